import { createHash } from 'node:crypto';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { unreadableInput } from '@hub/kernel/service/tell-unreadable-input.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import {
  getOperationAST, getVariableValues, GraphQLError, GraphQLString, OperationTypeNode, parse, validate, valueFromAST,
  type DocumentNode, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import type { PreparedFetch } from '../executor/plan/prepared-node.js';
import type { PreparedOperation } from '../executor/plan/prepared-operation.js';
import { RecentlyUsed } from '../executor/plan/recently-used.js';
import type { CostLimits } from '../limits/cost/cost-limits.js';
import type { ExecutingGateway } from '../supergraph/executing-gateway.js';
import type { CompletesEvents } from './event-completion.js';
import { resumableDocument, type ResumableDocument } from './resumable-document.js';
import type { PlansSubscriptions, SubscriptionPlan, SubscriptionRequest } from './subscription-plan.js';

const keptOperations = 1_000;

/** A subscription as it is planned once for all who ask for it. */
interface Planned {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly resumable: ResumableDocument;
  readonly operation: PreparedOperation;
  readonly fetch: PreparedFetch;
  readonly primary: { readonly query: string; readonly operationName?: string };
}

/** Plans subscriptions with the executor of the supergraph in force. */
export class SubscriptionPlanner implements PlansSubscriptions {
  readonly #gateway: ExecutingGateway;
  readonly #completion: CompletesEvents;
  readonly #costs: CostLimits;
  readonly #listeners = new Set<() => void>();
  #schema: GraphQLSchema | undefined;
  #planned = new RecentlyUsed<Planned>(keptOperations);

  constructor(gateway: ExecutingGateway, completion: CompletesEvents, costs: CostLimits) {
    this.#gateway = gateway;
    this.#completion = completion;
    this.#costs = costs;
    gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
      this.#schema = apiSchema;
      this.#planned = new RecentlyUsed(keptOperations);
      for (const listener of this.#listeners) listener();
    });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  plan(request: SubscriptionRequest, locale: Locale): SubscriptionPlan {
    const schema = this.#schema;
    if (!schema) throw new Error('Nothing can be planned before there is a supergraph.');
    const planned = this.#plannedOf(schema, request, locale);
    const { document, definition, resumable, operation, fetch, primary } = planned;
    const sent = request.variables ?? {};
    this.#costs.of(schema).check(document, definition, sent, locale);
    const { coerced, errors } = getVariableValues(schema, definition.variableDefinitions ?? [], sent);
    if (errors) throw new AggregateError(errors.map((error) => wrongVariable(error, schema, locale)));
    const pick = (names: Iterable<string>) => Object.fromEntries([...names].flatMap((name) => (Object.hasOwn(sent, name) ? [[name, sent[name]]] : [])));
    const variables = pick(resumable.variables);
    const given = resumable.given && valueFromAST(resumable.given, GraphQLString, coerced);
    const executor = this.#gateway.executorOf(schema);
    return {
      schema,
      document,
      owner: fetch.subgraph,
      primary: { query: primary.query, operationName: primary.operationName, variables: pick(fetch.variables.filter((name) => name !== resumable.after)) },
      after: resumable.after,
      cursor: request.resumeAfter ?? (typeof given === 'string' ? given : undefined),
      variables,
      complete: (event, asking, signal) => this.#completion.complete({ executor, operation, fetch, variables }, event, asking, signal),
    };
  }

  #plannedOf(schema: GraphQLSchema, { query, operationName }: SubscriptionRequest, locale: Locale): Planned {
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.#planned.get(key);
    if (known) return known;
    const planned = this.#prepare(schema, query, operationName, locale);
    this.#planned.set(key, planned);
    return planned;
  }

  #prepare(schema: GraphQLSchema, query: string, operationName: string | null | undefined, locale: Locale): Planned {
    const document = parsed(query);
    const definition = getOperationAST(document, operationName);
    if (definition && definition.operation !== OperationTypeNode.SUBSCRIPTION) throw codedError('SOCKET_FOR_SUBSCRIPTIONS_ONLY', locale);
    const invalid = validate(schema, document);
    if (invalid.length > 0) throw new AggregateError(invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
    if (!definition) throw withCode(new GraphQLError('The document has no operation of this name.'), 'OPERATION_RESOLUTION_FAILURE');
    const resumable = resumableDocument(schema, document, definition);
    if (!resumable) throw codedError('SUBSCRIPTION_NOT_RESUMABLE', locale);
    const hash = createHash('sha256').update('subscription\n').update(query).digest('hex');
    const operation = this.#gateway.executorOf(schema).operation(resumable.document, hash, operationName ?? undefined);
    if (operation.plan.kind !== 'Subscription') throw codedError('SUBSCRIPTION_NOT_RESUMABLE', locale);
    const fetch = operation.plan.primary;
    return { document, definition, resumable, operation, fetch, primary: JSON.parse(`${fetch.bodyHead}}}`) as Planned['primary'] };
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

function wrongVariable(error: GraphQLError, schema: GraphQLSchema, locale: Locale): GraphQLError {
  const { message, extensions } = unreadableInput(withCode(error, 'BAD_USER_INPUT').toJSON(), schema, locale);
  return new GraphQLError(message, { nodes: error.nodes ?? null, extensions: extensions ?? null });
}

function withCode({ message, nodes, source, positions, extensions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, extensions: { ...extensions, code } });
}
