import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import type { Logger } from '../service/logger.js';
import type { RunningWork } from '../service/subgraph-work.js';
import { withEither } from '../service/with-either.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { UnitOfWork } from '../unit-of-work/unit-of-work.js';
import { tellRowReading, type AnswerRowReading } from './answer-row-reading.js';
import type { RowReadingAsked } from './row-reading.js';

/** A question as it waits. */
interface WaitingQuestion {
  readonly position: bigint;
  readonly event_id: string;
  readonly subject_id: string;
  readonly asked: RowReadingAsked;
  /** How often it has failed. */
  readonly failures: number;
}

export interface RowReadingsOptions<Tx extends Transaction> {
  readonly owner: string;
  readonly database: Database<Tx>;
  readonly answer: AnswerRowReading;
  /** Whether it can be told what the desk has decided: until then, questions wait. */
  readonly deskHeard: () => boolean;
  readonly log: Logger;
}

/** Milliseconds after which it is looked again: another process may have taken a question in, and one that failed is tried anew. */
const lookAgain = 2_000;
/** How often a question may fail, over some ten minutes: then it is answered as of nothing, for whoever asked must not wait for good, nor those behind it time and again. */
const mostFailures = 12;

/**
 * Answers the questions of the exchange who may read a row (5.4.3 c), beside the inbox: in the order in which they are due, each in a transaction that takes it out of the queue, so that of
 * several processes one answers and none is lost. One that fails is put off, longer each time, behind those that have come meanwhile, and at last answered as of nothing.
 */
export class RowReadings<Tx extends Transaction> implements RunningWork {
  readonly #options: RowReadingsOptions<Tx>;
  readonly #stop = new AbortController();
  /** What went wrong last in this process; how many questions fail stands in the table, for another may have answered them since. */
  #fault = '';
  #wake = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: RowReadingsOptions<Tx>) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Says that there may be a new question. */
  wake(): void {
    this.#wake.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** What does not get on, by the table: a question that another process has answered warns no more. */
  async failing(): Promise<Readonly<Record<string, string>>> {
    const [found] = await this.#options.database.$queryRawUnsafe<{ failing: number }[]>('SELECT count(*)::int AS failing FROM kernel.row_reading WHERE failures > 0');
    if (!found || found.failing === 0) return {};
    const fault = this.#fault === '' ? '' : `; what went wrong here last: ${this.#fault}`;
    return { 'row readings': `${found.failing} of the exchange’s questions who may read a row could not be answered yet${fault}` };
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      this.#wake = new AbortController();
      try {
        while (!signal.aborted && this.#options.deskHeard() && (await this.#waiting()) && (await this.#answerNext()));
      } catch (error) {
        if (!isDatabaseUnavailable(error)) this.#options.log.error({ err: error }, 'questions who may read a row cannot be read');
      }
      await withEither([signal, this.#wake.signal], (either) => delay(lookAgain, undefined, { signal: either, ref: false })).catch(() => undefined);
    }
  }

  /** Whether there is a question to be answered now: without a transaction, for mostly there is none. */
  async #waiting(): Promise<boolean> {
    const [found] = await this.#options.database.$queryRawUnsafe<unknown[]>('SELECT 1 FROM kernel.row_reading WHERE next_at <= now() LIMIT 1');
    return found !== undefined;
  }

  /** @returns whether there may be another: not where other processes have taken up what there was */
  async #answerNext(): Promise<boolean> {
    const { owner, database, answer, log } = this.#options;
    let question: WaitingQuestion | undefined;
    try {
      return await database.$transaction(
        async (tx) => {
          [question] = await tx.$queryRawUnsafe<WaitingQuestion[]>(
            'SELECT position, event_id::text, subject_id, asked, failures FROM kernel.row_reading WHERE next_at <= now() ORDER BY next_at, position LIMIT 1 FOR UPDATE SKIP LOCKED',
          );
          if (!question) return false;
          const unit = new UnitOfWork(tx, { owner, at: new Date(), actor: null, causedBy: [`exchange:${question.event_id}`] });
          const { event_id: event, subject_id: subjectId, asked, failures } = question;
          if (failures < mostFailures) {
            await answer(unit, { subjectId, asked }, log);
          } else {
            log.error({ event, failures }, 'a question who may read a row is answered as of nothing: it has failed too often');
            tellRowReading(unit, subjectId, { about: asked.about, readings: readersOf(asked).map((reader) => ({ reader, fields: [] })), row: null });
          }
          await tx.$executeRawUnsafe('DELETE FROM kernel.row_reading WHERE position = $1::bigint', question.position);
          await unit.flush();
          return true;
        },
        { maxWait: 10_000, timeout: 30_000 },
      );
    } catch (error) {
      if (!question) throw error;
      await this.#putOff(question, error);
      return true;
    }
  }

  async #putOff({ position, event_id: event, failures }: WaitingQuestion, error: unknown): Promise<void> {
    const { database, log } = this.#options;
    if (failures === 0) log.error({ err: error, event }, 'a question who may read a row cannot be answered');
    this.#fault = error instanceof Error ? error.message : String(error);
    await database.$executeRawUnsafe(
      `UPDATE kernel.row_reading SET failures = failures + 1, next_at = now() + least(60, power(2, failures)) * interval '1 second' WHERE position = $1::bigint`,
      position,
    );
  }
}

/** Of whom it is asked; nobody where the question itself is what fails. */
function readersOf({ readers }: RowReadingAsked): RowReadingAsked['readers'] {
  return Array.isArray(readers) ? (readers as RowReadingAsked['readers']) : [];
}
