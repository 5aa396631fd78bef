import { delegationHeader, purposeHeader } from '@hub/kernel/identity/authenticate.js';
import type { GraphQLError } from 'graphql';
import { executionResult } from '../answer/execution-result.js';
import { mergeErrors } from '../answer/merge-errors.js';
import { SubgraphAnswers } from '../answer/subgraph-answers.js';
import type { AskSubgraph } from '../executor/ask-subgraph.js';
import type { Executor } from '../executor/executor.js';
import type { PreparedFetch } from '../executor/plan/prepared-node.js';
import type { PreparedOperation } from '../executor/plan/prepared-operation.js';
import { SubgraphError } from '../executor/subgraph-error.js';
import { untoldProblems } from '../executor/untold-problems.js';
import type { GatewayContext } from '../gateway-context.js';
import { OperationDeadline } from '../limits/operation-deadline.js';
import { toldError } from '../upstream/told-error.js';
import type { OwnersEvent } from './owners-event.js';
import { OwnersPatience } from './owners-patience.js';
import type { Asking, EventResult } from './subscription-plan.js';

/** What an owner takes to be started again, in milliseconds. */
const longestPatience = 10_000;

/** An operation that was planned, and with it the values of its variables. */
export interface EventOperation {
  readonly executor: Executor;
  readonly operation: PreparedOperation;
  /** The fetch that the event came by. */
  readonly fetch: PreparedFetch;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Completes events by what other owners have to say about them. */
export interface CompletesEvents {
  complete(asked: EventOperation, event: OwnersEvent, asking: Asking, signal: AbortSignal): Promise<EventResult | undefined>;
}

/** Completes each event as an operation of its own: with the rights of its moment, its own time, and its own notes. */
export class EventCompletion implements CompletesEvents {
  readonly #askFor: (context: GatewayContext) => AskSubgraph;
  readonly #patience: OwnersPatience;
  readonly #timeLimit: number;

  /** @param timeLimit milliseconds that one event may take */
  constructor(askFor: (context: GatewayContext) => AskSubgraph, timeLimit: number) {
    this.#askFor = askFor;
    // It has to end before the event's own time, or it would not be known who was waited for in vain.
    this.#patience = new OwnersPatience(Math.min(longestPatience, timeLimit / 2));
    this.#timeLimit = timeLimit;
  }

  async complete({ executor, operation, fetch, variables }: EventOperation, event: OwnersEvent, asking: Asking, signal: AbortSignal): Promise<EventResult | undefined> {
    const { locale } = asking;
    const answers = new SubgraphAnswers();
    const deadline = new OperationDeadline(this.#timeLimit, signal);
    if (event.extensions.sharing) answers.notes.add(event.extensions.sharing, fetch, event.data);
    const told = (event.errors ?? []).map((error) => atItsPlace(toldError(error, fetch.subgraph), fetch));
    deadline.start();
    deadline.endWithClient();
    try {
      const ask = this.#patience.with(this.#askFor({ forwarded: headersOf(asking), usedBy: undefined, locale, answers, deadline, listed: undefined }), signal);
      const { data, errors, problems } = await executor.executeRest(operation, event.data ?? {}, { variables, ask });
      if (errors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED') && asking.expiresAt <= Date.now()) return undefined;
      const all = [...told, ...errors];
      const result = executionResult({ data, errors: all, problems: untoldProblems(problems, all) }, locale);
      return eventResult(result.data ?? null, mergeErrors(result.errors ?? []), event.extensions.cursor, answers);
    } finally {
      deadline.end();
    }
  }
}

function eventResult(data: EventResult['data'], errors: readonly GraphQLError[], cursor: string, { notes }: SubgraphAnswers): EventResult {
  const sharing = notes.merged();
  return { ...(errors.length > 0 ? { errors } : {}), data, extensions: { cursor, ...(sharing ? { sharing } : {}) } };
}

function headersOf({ authorization, locale, purpose, delegation }: Asking): Record<string, string> {
  return {
    ...{ authorization, 'accept-language': locale },
    ...(purpose === undefined ? {} : { [purposeHeader]: purpose }),
    ...(delegation === undefined ? {} : { [delegationHeader]: delegation }),
  };
}

function atItsPlace(error: Parameters<typeof toldError>[0], { renamedKeys }: PreparedFetch): SubgraphError {
  return new SubgraphError(error, error.path?.map((key) => (typeof key === 'string' ? (renamedKeys.get(key) ?? key) : key)));
}
