import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { EventStream } from './event-stream.js';
import type { Subscriber } from './subscriber.js';
import type { ToldSubject } from './told-subject.js';

export interface Delivery {
  readonly stream: EventStream;
  readonly subscriber: Subscriber;
  /** A context of its own for each event, for the caller as the replica has it now. @throws GraphQLError UNAUTHENTICATED */
  readonly newContext: () => SubgraphContext;
  /** Writes what is about to be delivered, or refused, to the audit log. @throws where it cannot */
  readonly record: (result: ExecutionResult, context: SubgraphContext, told: ToldSubject) => Promise<void>;
  readonly execute: (told: ToldSubject, context: SubgraphContext) => Promise<ExecutionResult>;
  /** A result as it is sent. */
  readonly format: (result: ExecutionResult, context: SubgraphContext, told: ToldSubject) => ExecutionResult;
}

/** Most subjects that are looked at together, where the caller sees none of many. */
const widestLook = 256;
const shortestPause = 50;
const longestPause = 2_000;

/**
 * Delivers what a stream tells, one result per subject that is there for the caller, each decided anew when it is asked
 * for. Subjects that are not there are passed over in growing steps, one statement each, and leave no trace.
 *
 * @throws GraphQLError when it ends otherwise than by the subscriber; `extensions.after` is the cursor to come back with
 */
export async function* deliverEvents(delivery: Delivery): AsyncGenerator<ExecutionResult, void, void> {
  const { stream, subscriber } = delivery;
  let look = 1;
  for (;;) {
    const subjects = await stream.peek(look, subscriber.signal);
    const hidden = subjects.length > 1 ? ((await resumable(delivery, () => leadingHidden(delivery, subjects))) ?? 0) : 0;
    stream.take(hidden);
    const told = subjects[hidden];
    const result = told && (await resumable(delivery, () => tell(delivery, told)));
    if (subscriber.signal.aborted) {
      if (subscriber.why) throw endOf(delivery, subscriber.why);
      return;
    }
    if (told) stream.take(1);
    look = result ? 1 : Math.min(look * 2, widestLook);
    if (result) yield result;
  }
}

/** How many subjects at the beginning are not there for the caller. */
async function leadingHidden({ stream, newContext }: Delivery, subjects: readonly ToldSubject[]): Promise<number> {
  const there = await stream.there(newContext(), subjects);
  const first = subjects.findIndex((subject) => there.has(subject));
  return first === -1 ? subjects.length : first;
}

/** The result for one subject; undefined if it is not there for the caller. */
async function tell({ newContext, execute, record, format }: Delivery, told: ToldSubject): Promise<ExecutionResult | undefined> {
  const context = newContext();
  const result = await execute(told, context);
  const unavailable = result.errors?.find((error) => isDatabaseUnavailable(error.originalError));
  if (unavailable) throw unavailable.originalError ?? unavailable;
  const there = Object.values(result.data ?? {})[0] != null;
  if (there || result.errors) await record(result, context, told);
  if (there) return format(result, context, told);
  // The subject could not be read, or the field has been closed to the caller: going on would lose the event.
  const [failure] = format(result, context, told).errors ?? [];
  if (failure) throw failure;
  return undefined;
}

/** Does what needs the database, and waits for it where it does not answer: an event is delivered whole or later. Undefined where it ended meanwhile. */
async function resumable<R>(delivery: Delivery, work: () => Promise<R>): Promise<R | undefined> {
  const { signal } = delivery.subscriber;
  for (let pause = shortestPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error instanceof GraphQLError ? endOf(delivery, error) : error;
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

/** An end with the cursor to come back with. */
function endOf({ stream }: Delivery, error: GraphQLError): GraphQLError {
  const { http: _http, ...extensions } = error.extensions;
  return new GraphQLError(error.message, { extensions: { ...extensions, after: stream.cursor } });
}
