import { gatewayHeader, moreHeader } from '@hub/kernel/audit/answers-ahead.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { AskSubgraph } from '../executor/ask-subgraph.js';
import type { GatewayContext } from '../gateway-context.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import type { SubgraphClient } from './subgraph-client.js';
import { isOutOfStep, outOfStep } from './out-of-step.js';
import { toldError } from './told-error.js';
import { Abandoned } from './upstream-failures.js';

/**
 * Asks subgraphs for one operation: under the caller's own headers, in the caller's words where one does not answer, and with what they
 * tell besides data and errors kept for the answer.
 */
export function askSubgraphs(clientOf: (subgraph: string) => SubgraphClient | undefined, context: GatewayContext, log: Logger): AskSubgraph {
  const { answers, deadline, forwarded, locale } = context;
  return async ({ subgraph, kind, body, position, renamedKeys, more, places }) => {
    let asked;
    const client = clientOf(subgraph);
    // What is asked for an act is written at once.
    const goesOn = more && kind === 'query' && forwarded[gatewayHeader] !== undefined && client?.letsEntriesWait === true;
    try {
      if (!client) throw new Error(`No address of the subgraph ${subgraph} is set.`);
      asked = await client.ask({ kind, headers: goesOn ? { ...forwarded, [moreHeader]: '1' } : forwarded, body }, deadline.signal);
    } catch (error) {
      if (deadline.passed) {
        const { message, extensions } = limitExceeded('LIMIT_TIME_MS', locale, { limit: deadline.limit });
        return { errors: [toldError({ message, extensions }, subgraph)] };
      }
      if (!(error instanceof Abandoned)) log.warn({ err: error, subgraph }, 'a subgraph does not answer');
      const message = errorMessage('UPSTREAM_UNAVAILABLE', locale, { owner: subgraph });
      return { errors: [toldError({ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }, subgraph)] };
    }
    const { answer, status, recorded } = asked;
    if (recorded) answers.goneAhead(subgraph, recorded, goesOn ? () => client?.hasten(forwarded) : undefined);
    if (status === 401) {
      answers.callerUnknown();
      const said = answer.errors?.find(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
      const reason = { en: `${subgraph} does not know the token`, 'zh-CN': `${subgraph} 不认可该令牌` };
      const { message } = said ?? codedError('UNAUTHENTICATED', locale, { reason });
      return { errors: [toldError({ message, extensions: { code: 'UNAUTHENTICATED' } }, subgraph)] };
    }
    answers.callerKnown();
    if (isOutOfStep(answer)) {
      log.warn({ errors: answer.errors, subgraph }, 'a subgraph does not have what the schema in force has');
      return { errors: [outOfStep(subgraph, locale)] };
    }
    if (answer.extensions?.sharing) answers.notes.add(answer.extensions.sharing, { position, renamedKeys, places }, answer.data);
    return { data: answer.data, errors: answer.errors?.map((error) => toldError(error, subgraph)) };
  };
}
