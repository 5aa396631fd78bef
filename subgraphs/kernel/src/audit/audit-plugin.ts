import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '../service/logger.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { AuditLog } from './audit-log.js';
import { requestHeader } from './request-header.js';
import { withholdAnswer } from './withhold-answer.js';

const longestName = 100;

/**
 * Lets no answer leave before its entry in the audit log is durable; where that cannot be written, the answer is an error without data. One that goes
 * ahead to the gateway is told when its entry is durable.
 */
export function auditPlugin(audit: AuditLog, log: Logger): ApolloServerPlugin<SubgraphContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, contextValue, document, operation }) => {
        if (!document || !operation || response.body.kind !== 'single') return;
        const { errors = [] } = response.body.singleResult;
        const { authority, locale, ahead } = contextValue;
        const named = request.http?.headers.get(requestHeader)?.slice(0, longestName);
        const mayWait = ahead?.more === true && operation.operation === 'query';
        const recorded = audit.record({ authority, document, operation, variables: request.variables ?? {}, errors, request: named }, mayWait);
        const tell = (error: unknown) => log.error({ err: error }, 'the audit log cannot be written');
        if (ahead) {
          recorded.catch(tell);
          ahead.recorded = recorded;
          return;
        }
        try {
          await recorded;
        } catch (error) {
          tell(error);
          withholdAnswer(response, locale);
        }
      },
    }),
  };
}
