import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { resolvableKeysFirst } from '@hub/schema/supergraph/resolvable-keys-first.js';
import { supportFeatures } from '@hub/schema/supergraph/supported-features.js';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { executionResult } from '../answer/execution-result.js';
import type { AskSubgraph } from '../executor/ask-subgraph.js';
import { Executor, VariablesInvalid } from '../executor/executor.js';
import type { GatewayContext } from '../gateway-context.js';
import type { UsageRecorder } from '../usage/usage-recorder.js';

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** What the gateway is made of. */
export interface ExecutingGatewayOptions {
  /** A supergraph, or what delivers one and newer ones after it. */
  readonly supergraphSdl: string | SupergraphManager;
  /** How subgraphs are asked in one operation. */
  readonly askFor: (context: GatewayContext) => AskSubgraph;
  /** Counts what is executed. */
  readonly usage?: Pick<UsageRecorder, 'count'> | undefined;
  readonly logger: FastifyBaseLogger;
}

/**
 * What Apollo Server serves: @apollo/gateway loads supergraphs and tells of new ones, our executor plans and executes. An operation stays
 * with the supergraph that it was validated against, also when a newer one comes in between.
 */
export class ExecutingGateway implements GatewayInterface {
  readonly #apollo: ApolloGateway;
  readonly #executors = new WeakMap<GraphQLSchema, Executor>();
  readonly #options: ExecutingGatewayOptions;

  constructor(options: ExecutingGatewayOptions) {
    this.#options = options;
    supportFeatures();
    this.#apollo = new ApolloGateway({
      supergraphSdl: managerOf(options.supergraphSdl),
      buildService: () => ({ process: () => Promise.reject(new Error('Subgraphs are asked by our own executor.')) }),
      logger: options.logger,
      // What the registry signs was composed there.
      validateSupergraph: typeof options.supergraphSdl === 'string',
      __exposeQueryPlanExperimental: false,
    });
    // Before Apollo Server hears of a schema, so that no operation comes without an executor.
    this.#apollo.onSchemaLoadOrUpdate(({ apiSchema }) => {
      // The planner that @apollo/gateway has made for it: a second one would take as much memory again.
      const { queryPlanner } = this.#apollo.__testing();
      if (!queryPlanner) throw new Error('@apollo/gateway has a schema and no planner.');
      this.#executors.set(apiSchema, new Executor(queryPlanner, apiSchema));
    });
  }

  /** The executor of a schema that was loaded. */
  executorOf(schema: GraphQLSchema): Executor {
    const executor = this.#executors.get(schema);
    if (!executor) throw new Error('There is no executor for this schema.');
    return executor;
  }

  onSchemaLoadOrUpdate(callback: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]) {
    return this.#apollo.onSchemaLoadOrUpdate(callback);
  }

  async load(options: Parameters<GatewayInterface['load']>[0]) {
    await this.#apollo.load(options);
    return { executor: this.#execute };
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  readonly #execute: GatewayExecutor = async ({ schema, document, queryHash, request, context }) => {
    // Apollo Server hands its own context through as a mere record.
    const gatewayContext = context as unknown as GatewayContext;
    const executor = this.executorOf(schema);
    const operation = executor.operation(document, queryHash, request.operationName);
    if (operation.plan.kind === 'Subscription') {
      throw codedError('SUBSCRIPTION_NEEDS_STREAM', gatewayContext.locale);
    }
    if (gatewayContext.usedBy) this.#options.usage?.count(schema, document, request.operationName, gatewayContext.usedBy);
    try {
      const answer = await executor.execute(operation, {
        variables: request.variables ?? {},
        ask: this.#options.askFor(gatewayContext),
      });
      return executionResult(answer, gatewayContext.locale);
    } catch (error) {
      if (error instanceof VariablesInvalid) return { errors: error.errors };
      throw error;
    }
  };
}

function managerOf(supergraph: string | SupergraphManager): SupergraphManager {
  if (typeof supergraph === 'string') return { initialize: async () => ({ supergraphSdl: resolvableKeysFirst(supergraph) }) };
  return {
    async initialize(options) {
      const delivered = await supergraph.initialize({ ...options, update: (newer) => options.update(resolvableKeysFirst(newer)) });
      return { ...delivered, supergraphSdl: resolvableKeysFirst(delivered.supergraphSdl) };
    },
  };
}
