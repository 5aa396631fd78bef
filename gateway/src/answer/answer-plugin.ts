import type { ApolloServerPlugin } from '@apollo/server';
import { withholdAnswer } from '@hub/kernel/audit/withhold-answer.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context.js';
import { mergeErrors } from './merge-errors.js';

/**
 * Gives the client's answer its last shape: errors merged, `extensions.sharing` of all subgraphs, 401 where nobody knew the caller. It leaves when the
 * owners' entries about it are durable (5.4.3 d), and not at all where one is not.
 */
export function answerPlugin(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, request }) => {
        // Without a gateway graphql-js says so.
        if (operation) return;
        const problem = request.operationName ? `The document has no operation "${request.operationName}".` : 'The document has several operations.';
        throw new GraphQLError(`${problem} Name one of its operations in operationName.`, {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
        });
      },
      willSendResponse: async ({ response, contextValue: { answers, deadline, locale } }) => {
        if (response.body.kind !== 'single') return deadline.end();
        const result = response.body.singleResult;
        if (result.errors) result.errors = mergeErrors(result.errors);
        if (answers.callerUnknownToAll) {
          response.http.status = 401;
          delete result.data;
          result.errors = result.errors?.filter(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? [];
        }
        const sharing = answers.notes.merged();
        if (sharing) result.extensions = { ...result.extensions, sharing };
        try {
          await answers.recorded(deadline.signal);
        } catch (error) {
          log.error({ err: error }, 'an owner could not write its audit log');
          withholdAnswer(response, locale);
        } finally {
          // It goes on until here: this wait is part of the operation.
          deadline.end();
        }
      },
    }),
  };
}
