import type { QueryPlanner } from '@apollo/query-planner';
import { getVariableValues, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AskSubgraph, Data } from './ask-subgraph.js';
import { complete } from './complete/complete.js';
import type { CompletionProblem } from './complete/completion-problem.js';
import { conditionValues } from './complete/condition-variables.js';
import type { Execution } from './fetch/execution.js';
import { runNode } from './fetch/run-node.js';
import { fetchesOf } from './plan/fetches-of.js';
import { Planning } from './plan/planning.js';
import type { PreparedNode } from './plan/prepared-node.js';
import type { PreparedOperation } from './plan/prepared-operation.js';
import { RecentlyUsed } from './plan/recently-used.js';
import type { SubgraphError } from './subgraph-error.js';
import { untoldProblems } from './untold-problems.js';

const keptOperations = 1_000;

/** What one request brings to an operation. */
export interface ExecutionRequest {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly ask: AskSubgraph;
}

/** The client's data, the subgraphs' errors at their places, and what does not fit the schema without any of them saying why. */
export interface ExecutionAnswer {
  readonly data: Data | null;
  readonly errors: readonly SubgraphError[];
  readonly problems: readonly CompletionProblem[];
}

/** Plans and executes operations over one supergraph; a new supergraph has an executor of its own. */
export class Executor {
  readonly #planning: Planning;
  readonly #operations = new RecentlyUsed<PreparedOperation>(keptOperations);

  /** The planner of a supergraph and the same supergraph's API schema. */
  constructor(planner: QueryPlanner, schema: GraphQLSchema) {
    this.#planning = new Planning(planner, schema);
  }

  /** An operation of a valid document, ready to execute; the hash of the document's text tells whether it is known. */
  operation(document: DocumentNode, hash: string, operationName: string | undefined): PreparedOperation {
    const key = `${hash} ${operationName ?? ''}`;
    let operation = this.#operations.get(key);
    if (!operation) {
      operation = this.#planning.prepare(document, operationName);
      this.#operations.set(key, operation);
    }
    return operation;
  }

  /**
   * Executes a query or mutation.
   * @throws GraphQLError where a variable is wrong
   */
  async execute(operation: PreparedOperation, request: ExecutionRequest): Promise<ExecutionAnswer> {
    if (operation.plan.kind === 'Subscription') throw new Error('A subscription is opened by its primary fetch, then executed for each event.');
    return run(operation, operation.plan.node, {}, request);
  }

  /**
   * Executes what follows one event of a subscription: `event` is the data that the primary fetch's subgraph sent with it, and becomes
   * the executor's to change.
   * @throws GraphQLError where a variable is wrong
   */
  async executeRest(operation: PreparedOperation, event: Data, request: ExecutionRequest): Promise<ExecutionAnswer> {
    if (operation.plan.kind !== 'Subscription') throw new Error('Only a subscription has events.');
    for (const rewrite of operation.plan.primary.outputRewrites) rewrite(event);
    return run(operation, operation.plan.rest, event, request);
  }
}

async function run(operation: PreparedOperation, node: PreparedNode | undefined, root: Data, request: ExecutionRequest): Promise<ExecutionAnswer> {
  const { variables, ask } = request;
  const conditions = conditionValues(operation.conditions, coercedVariables(operation, variables));
  const execution: Execution = { root, variables, conditions, ask, ahead: new Map(fetchesOf(node)), errors: [], absent: new Set() };
  if (node) await runNode(node, execution);
  const { data, problems } = complete(operation.completion(conditions), root, { variables, absent: execution.absent });
  return { data, errors: execution.errors, problems: untoldProblems(problems, execution.errors) };
}

/** @throws GraphQLError with all that is wrong where several variables are */
function coercedVariables({ schema, definition }: PreparedOperation, variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!definition.variableDefinitions?.length) return {};
  const { coerced, errors } = getVariableValues(schema, definition.variableDefinitions, variables);
  if (errors) throw new VariablesInvalid(errors);
  return coerced;
}

/** What is wrong with the variables of a request; nothing was asked. */
export class VariablesInvalid extends Error {
  override readonly name = 'VariablesInvalid';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.errors = errors;
  }
}
