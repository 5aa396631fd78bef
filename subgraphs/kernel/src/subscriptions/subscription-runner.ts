import {
  createSourceEventStream, execute, getOperationAST, GraphQLError, OperationTypeNode, parse, validate,
  type DocumentNode, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Member } from '../identity/member.js';
import { codedError } from '../refusals/coded-error.js';
import { sharingOf } from '../service/sharing-of.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { unreadableInput } from '../service/tell-unreadable-input.js';
import { deliverEvents } from './deliver-events.js';
import { EventStream } from './event-stream.js';
import { Subscriber } from './subscriber.js';
import type { ToldSubject } from './told-subject.js';

/** An operation as graphql-transport-ws sends it (message Subscribe). */
export interface SubscribeRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface RunnerOptions {
  readonly schema: GraphQLSchema;
  readonly newContext: (caller: Caller, locale: Locale) => SubgraphContext;
  readonly maskErrors: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly audit: AuditLog;
}

/** What is written to the audit log of one result. */
interface ToRecord {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: SubgraphContext;
  readonly result: ExecutionResult;
  readonly told?: ToldSubject;
}

/** A subscription that was started. */
export interface StartedSubscription {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly results: AsyncGenerator<ExecutionResult, void, void>;
}

/** Starts subscriptions of one subgraph and knows those that go on. */
export class SubscriptionRunner {
  readonly #options: RunnerOptions;
  readonly #going = new Set<Subscriber>();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** How many go on. */
  get count(): number {
    return this.#going.size;
  }

  /** Ends all, each with the cursor to come back with. */
  interruptAll(): void {
    for (const subscriber of [...this.#going]) subscriber.interrupt();
  }

  /**
   * Starts a subscription: the terms of its field, its filter and its cursor are checked now; each event is decided anew.
   *
   * @param tellStart whether a first result without data tells the cursor at which it begins. For the hub's own services alone: that
   *   a place has changed betrays that something happened, also what is hidden
   * @returns the errors with which it was refused, or the results to be pulled one by one
   */
  async start(request: SubscribeRequest, member: Member, tellStart = false): Promise<StartedSubscription | readonly GraphQLError[]> {
    try {
      return await this.#start(request, member, tellStart);
    } catch (error) {
      return [this.#masked(error, member.locale)];
    }
  }

  async #start({ query, operationName, variables }: SubscribeRequest, member: Member, tellStart: boolean): Promise<StartedSubscription | readonly GraphQLError[]> {
    const { schema, newContext } = this.#options;
    const { locale } = member;
    const document = parsed(query);
    const operation = getOperationAST(document, operationName);
    if (operation && operation.operation !== OperationTypeNode.SUBSCRIPTION) throw codedError('SOCKET_FOR_SUBSCRIPTIONS_ONLY', locale);
    const invalid = validate(schema, document);
    if (invalid.length > 0) return invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    if (!operation) throw withCode(new GraphQLError('The document has no operation of this name.'), 'OPERATION_RESOLUTION_FAILURE');

    const asked = { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} };
    const contextValue = newContext(member.caller(), locale);
    const stream = await createSourceEventStream({ ...asked, contextValue });
    if (!(stream instanceof EventStream)) {
      const errors = 'errors' in stream ? (stream.errors ?? []) : [];
      if (errors.length === 0) throw new Error('A subscription field must be made by eventSubscription.');
      await this.#record({ document, operation, variables: variables ?? {}, context: contextValue, result: { errors } });
      return errors.map((error) => this.#masked(error.path ? error : withCode(error, 'BAD_USER_INPUT'), locale));
    }
    const subscriber = new Subscriber(member);
    const results = deliverEvents({
      stream,
      subscriber,
      newContext: () => newContext(member.caller(), locale),
      record: (result, context, told) => this.#record({ document, operation, variables: variables ?? {}, context, result, told }),
      execute: async (told, contextValue) => execute({ ...asked, contextValue, rootValue: told }),
      format: (result, context, told) => this.#formatted(result, context, told.cursor),
    });
    return { schema, document, results: this.#held(tellStart ? withStart(stream.cursor, results) : results, subscriber) };
  }

  /** The results, with which everything that the subscription holds is let go of, at whichever end. */
  #held(results: AsyncGenerator<ExecutionResult, void, void>, subscriber: Subscriber): AsyncGenerator<ExecutionResult, void, void> {
    this.#going.add(subscriber);
    const release = () => {
      subscriber.end();
      this.#going.delete(subscriber);
    };
    const held: AsyncGenerator<ExecutionResult, void, void> = {
      next: async () => {
        try {
          const result = await results.next();
          if (result.done) release();
          return result;
        } catch (error) {
          release();
          throw this.#masked(error, subscriber.member.locale);
        }
      },
      return: async () => {
        // What waits for news must be woken first, or the generator could not return.
        release();
        return results.return();
      },
      throw: async (error) => {
        release();
        return results.throw(error);
      },
      [Symbol.asyncIterator]: () => held,
    };
    return held;
  }

  async #record({ document, operation, variables, context, result, told }: ToRecord): Promise<void> {
    const { authority, locale, log } = context;
    const event = told && { kind: told.kind, subject: told.id, occurredAt: told.occurredAt.toISOString() };
    try {
      await this.#options.audit.record({ authority, document, operation, variables, errors: result.errors ?? [], ...(event && { event }) });
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      log.error({ err: error }, 'the audit log cannot be written');
      throw codedError('AUDIT_UNAVAILABLE', locale);
    }
  }

  #formatted(result: ExecutionResult, { authority, locale }: SubgraphContext, cursor: string): ExecutionResult {
    const sharing = sharingOf(authority);
    return {
      ...(result.errors ? { errors: result.errors.map((error) => this.#masked(error, locale)) } : {}),
      data: result.data ?? null,
      extensions: { cursor, ...(sharing && { sharing }) },
    };
  }

  #masked(error: unknown, locale: Locale): GraphQLError {
    const known = error instanceof GraphQLError ? error : new GraphQLError('unexpected', { originalError: error instanceof Error ? error : new Error(String(error)) });
    const shown = unreadableInput(this.#options.maskErrors(known.toJSON(), known), this.#options.schema, locale);
    const { http: _http, ...extensions } = shown.extensions ?? {};
    return new GraphQLError(shown.message, { path: known.path ?? null, nodes: known.nodes ?? null, extensions });
  }
}

async function* withStart(cursor: string, results: AsyncGenerator<ExecutionResult, void, void>): AsyncGenerator<ExecutionResult, void, void> {
  yield { data: null, extensions: { cursor } };
  yield* results;
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, path: path ?? null, extensions: { ...extensions, code } });
}
