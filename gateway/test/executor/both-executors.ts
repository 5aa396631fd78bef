import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { supportFeatures } from '@hub/schema/supergraph/supported-features.js';
import { createHash } from 'node:crypto';
import { execute, getVariableValues, parse, type GraphQLFieldResolver, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { AskSubgraph, Data } from '../../src/executor/ask-subgraph.js';
import { conditionValues } from '../../src/executor/complete/condition-variables.js';
import { Executor, type ExecutionAnswer } from '../../src/executor/executor.js';
import { runNode } from '../../src/executor/fetch/run-node.js';
import type { PreparedOperation } from '../../src/executor/plan/prepared-operation.js';
import { quietEnvironment } from '../../src/quiet-environment.js';
import type { RandomOperation } from './random-operation.js';

/** How a subgraph answers a request. */
export type AnswerSubgraph = (
  subgraph: string,
  request: { readonly query: string; readonly variables: Data; readonly operationName?: string | undefined },
) => Promise<ExecutionResult> | ExecutionResult;

/** The stock gateway and our executor before the same subgraphs. */
export interface BothExecutors {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  /** Asks the subgraphs as our executor does. */
  readonly ask: AskSubgraph;
  stock(operation: RandomOperation): Promise<ExecutionResult>;
  ours(operation: RandomOperation): Promise<ExecutionAnswer>;
  /** What graphql-js makes of the data that our fetches bring: the specification's own completion. */
  completedByGraphqlJs(operation: RandomOperation): Promise<ExecutionResult>;
  /** What subgraphs were asked since this was last read. */
  asked(): { subgraph: string; query: string; variables: Data }[];
  close(): Promise<void>;
}

/** Starts both before subgraphs with these schemas, which answer as told. */
export async function bothExecutors(sdl: Readonly<Record<string, string>>, answerSubgraph: AnswerSubgraph): Promise<BothExecutors> {
  quietEnvironment();
  supportFeatures();
  const services = Object.entries(sdl).map(([name, typeDefs]) => ({ name, typeDefs: parse(typeDefs), url: `http://${name}.invalid/graphql` }));
  const composed = composeServices(services);
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  let asked: ReturnType<BothExecutors['asked']> = [];
  const answer: AnswerSubgraph = async (subgraph, request) => {
    asked.push({ subgraph, query: request.query, variables: request.variables });
    return JSON.parse(JSON.stringify(await answerSubgraph(subgraph, request))) as ExecutionResult;
  };
  const gateway = new ApolloGateway({
    supergraphSdl: composed.supergraphSdl,
    buildService: ({ name }) => ({ process: ({ request }) => answer(name, JSON.parse(JSON.stringify(request)) as never) as never }),
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const { schema, executor } = (await gateway.load({ apollo: {} })) as unknown as { schema: GraphQLSchema; executor: (context: object) => Promise<ExecutionResult> };
  const { queryPlanner } = gateway.__testing();
  if (!queryPlanner) throw new Error('No planner.');
  const own = new Executor(queryPlanner, schema);
  const ask: AskSubgraph = async ({ subgraph, body }) => (await answer(subgraph, JSON.parse(body) as never)) as never;
  const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
  return {
    schema,
    executor: own,
    ask,
    stock: ({ query, variables }) =>
      executor({ request: { query, variables }, document: parse(query), queryHash: hashOf(query), context: {}, metrics: {}, logger: console, schema }),
    ours: async ({ query, variables }) => own.execute(own.operation(parse(query), hashOf(query), undefined), { variables, ask }),
    completedByGraphqlJs: async ({ query, variables }) => {
      const document = parse(query);
      const operation = own.operation(document, hashOf(query), undefined);
      const root: Data = {};
      await joinedData(operation, variables, ask, root);
      return execute({ schema, document, rootValue: root, variableValues: variables, fieldResolver, typeResolver: (value: Data) => value['__typename'] as string });
    },
    asked: () => {
      const before = asked;
      asked = [];
      return before;
    },
    close: () => gateway.stop(),
  };
}

const fieldResolver: GraphQLFieldResolver<Data, unknown> = (source, _args, _context, { path }) => source[path.key];

async function joinedData({ plan, definition, conditions, schema }: PreparedOperation, variables: Data, ask: AskSubgraph, root: Data): Promise<void> {
  if (plan.kind !== 'Operation' || !plan.node) return;
  const { coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
  await runNode(plan.node, { root, variables, conditions: conditionValues(conditions, coerced ?? {}), ask, errors: [], ahead: new Map(), absent: new Set() });
}
