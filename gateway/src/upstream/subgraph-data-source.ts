import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Logger } from '@hub/kernel/service/logger.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Pool } from 'undici';
import { plannedErrorPath } from '../answer/client-position.js';
import type { GatewayContext } from '../gateway-context.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { readSubgraphAnswer, type SubgraphAnswer } from './subgraph-answer.js';
import { toldError } from './subgraph-error.js';

type Response = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** What a data source needs to reach its subgraph. */
export interface SubgraphDataSourceOptions {
  readonly owner: string;
  /** Undefined where the supergraph names a subgraph whose address is not set. */
  readonly pool: Pool | undefined;
  /** Milliseconds for one answer, connecting included. */
  readonly timeout: number;
  readonly log: Logger;
}

/**
 * Asks one subgraph over HTTP, at the configured address and not the one in the supergraph. Each answer is parsed for
 * this operation alone, for @apollo/gateway changes the data that it is handed.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #options: SubgraphDataSourceOptions;

  constructor(options: SubgraphDataSourceOptions) {
    this.#options = options;
  }

  async process(operation: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<Response> {
    if (!('incomingRequestContext' in operation)) {
      throw new Error('The health of subgraphs is asked at /health/ready, and schemas come from the registry.');
    }
    const { owner, log } = this.#options;
    const { context, request, pathInIncomingRequest: fetch = [] } = operation;
    let answer: SubgraphAnswer;
    let status: number;
    try {
      ({ answer, status } = await this.#ask(request, context));
    } catch (error) {
      if (context.deadline.passed) {
        const { message, extensions } = limitExceeded('LIMIT_TIME_MS', context.locale, { limit: context.deadline.limit });
        return { errors: [toldError({ message, extensions }, owner)] };
      }
      log.warn({ err: error, subgraph: owner }, 'a subgraph does not answer');
      const message = errorMessage('UPSTREAM_UNAVAILABLE', context.locale, { owner });
      return { errors: [toldError({ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }, owner)] };
    }
    if (status === 401) {
      context.answers.callerUnknown();
      const told = answer.errors?.find(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
      const { message, extensions } = told ?? codedError('UNAUTHENTICATED', context.locale, { reason: { en: `${owner} does not know the token`, 'zh-CN': `${owner} 不认可该令牌` } });
      return { errors: [toldError({ message, extensions: { code: extensions?.['code'] } }, owner)] };
    }
    context.answers.callerKnown();
    if (answer.extensions?.sharing) context.answers.notes.add(answer.extensions.sharing, fetch);
    const errors = answer.errors?.map((error) => {
      const { path, ...told } = error;
      const planned = plannedErrorPath(fetch, path);
      return toldError(planned ? { ...told, path: planned } : told, owner);
    });
    return { ...(answer.data ? { data: answer.data } : {}), ...(errors ? { errors } : {}) };
  }

  async #ask(
    { query, variables, operationName }: GraphQLDataSourceProcessOptions['request'],
    { forwarded, deadline }: GatewayContext,
  ): Promise<{ answer: SubgraphAnswer; status: number }> {
    const { owner, pool, timeout } = this.#options;
    if (!pool) throw new Error(`No address of the subgraph ${owner} is set.`);
    const response = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { ...forwarded, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables, operationName }),
      signal: AbortSignal.any([deadline.signal, AbortSignal.timeout(timeout)]),
    });
    const answer = readSubgraphAnswer(await response.body.text());
    if (!answer && response.statusCode !== 401) throw new Error(`${owner} answered ${response.statusCode} without GraphQL.`);
    return { answer: answer ?? {}, status: response.statusCode };
  }
}
