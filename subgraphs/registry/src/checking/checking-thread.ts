import { Worker } from 'node:worker_threads';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CheckResult, CheckSchemas, CheckTask } from '@hub/schema/check/check-task.js';
import { checkLimits } from '../domain/check-limits.js';
import { checkTimedOut } from './check-timed-out.js';
import type { CheckAnswer } from './check-answer.js';

/** What the thread runs; from sources too it is the built one, which Node can load. */
const main = new URL('../../dist/checking/checking-thread-main.js', import.meta.url);

export interface CheckingThreadOptions {
  /** Milliseconds after which a check is given up, from when the thread began with it. */
  readonly patience?: number;
  /** Milliseconds for which whoever has something checked waits at most, for those before it and for its own. */
  readonly longest?: number;
  /** How many checks one user may have waiting at once, the one under way included. */
  readonly ofOneUser?: number;
  /** Milliseconds after which a thread that has nothing to do ends, and gives its memory back. */
  readonly idle?: number;
  /** What the thread runs. */
  readonly runs?: URL;
}

interface Waiting {
  readonly by: string | undefined;
  readonly task: CheckTask;
  readonly resolve: (result: CheckResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread of its own for composing and checking schemas, which takes seconds: no request waits for it. Started when it is first needed. It is given one
 * check at a time, so that one that takes too long is given up alone.
 */
export class CheckingThread {
  readonly #options: Required<CheckingThreadOptions>;
  readonly #queue: Waiting[] = [];
  #current: { readonly id: number; readonly waiting: Waiting; readonly giveUp: NodeJS.Timeout } | undefined;
  #worker: Worker | undefined;
  #ending: NodeJS.Timeout | undefined;
  #count = 0;

  constructor({ patience = checkLimits.patience, longest = checkLimits.longest, ofOneUser = checkLimits.ofOneUser, idle = 60_000, runs = main }: CheckingThreadOptions = {}) {
    this.#options = { patience, longest, ofOneUser, idle, runs };
  }

  /** @throws Refusal SCHEMA_CHECK_TIMED_OUT, WAITS_TOO_MANY */
  readonly check: CheckSchemas = async (task, { first = false, by } = {}) => {
    this.#requireRoom(by);
    clearTimeout(this.#ending);
    const { promise, resolve, reject } = withResolvers();
    const waiting = { by, task, resolve, reject };
    if (first) this.#queue.unshift(waiting);
    else this.#queue.push(waiting);
    const late = setTimeout(() => this.#forget(waiting), this.#options.longest);
    this.#next();
    try {
      return await promise;
    } finally {
      clearTimeout(late);
    }
  };

  /** One user's checks do not keep all others waiting. */
  #requireRoom(by: string | undefined): void {
    if (by === undefined) return;
    const { ofOneUser: limit } = this.#options;
    const own = [...(this.#current ? [this.#current.waiting] : []), ...this.#queue].filter((waiting) => waiting.by === by);
    if (own.length >= limit) throw new Refusal('WAITS_TOO_MANY', { parameters: { limit, what: { en: 'checks of schemas', 'zh-CN': '数据标准检查' } } });
  }

  /** Ends the thread, unless a check is under way: then it goes on to the end of what waits, rests, and keeps no process from ending. */
  async close(): Promise<void> {
    if (!this.#current) await this.#end();
  }

  /** Gives the thread what is to be checked next, unless it is at something. */
  #next(): void {
    if (this.#current) return;
    const waiting = this.#queue.shift();
    if (!waiting) return this.#rest();
    const worker = (this.#worker ??= this.#start());
    const id = (this.#count += 1);
    const { patience } = this.#options;
    this.#current = { id, waiting, giveUp: setTimeout(() => this.#giveUp(checkTimedOut(patience)), patience) };
    worker.ref();
    worker.postMessage({ id, task: waiting.task });
  }

  #start(): Worker {
    // What this process was told of its own modules does not hold for the built ones.
    const worker = new Worker(this.#options.runs, { execArgv: [] });
    worker.on('message', (answer: CheckAnswer) => {
      if (this.#current?.id !== answer.id) return;
      const { waiting, giveUp } = this.#current;
      clearTimeout(giveUp);
      this.#current = undefined;
      if ('result' in answer) waiting.resolve(answer.result);
      else waiting.reject(new Error(`A check of a schema failed: ${answer.failure}`));
      this.#next();
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#giveUp(error);
    });
    return worker;
  }

  /** Whose check is under way is told why; those who wait get a new thread. */
  #giveUp(why: Error): void {
    void this.#end();
    const current = this.#current;
    this.#current = undefined;
    if (current) clearTimeout(current.giveUp);
    current?.waiting.reject(why);
    this.#next();
  }

  /** Who has waited too long is told so; what was begun goes on, or those behind it would wait for a new thread. */
  #forget(waiting: Waiting): void {
    const place = this.#queue.indexOf(waiting);
    if (place >= 0) this.#queue.splice(place, 1);
    waiting.reject(checkTimedOut(this.#options.longest));
  }

  async #end(): Promise<void> {
    clearTimeout(this.#ending);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #rest(): void {
    if (!this.#worker) return;
    // It keeps no process from ending.
    this.#worker.unref();
    this.#ending = setTimeout(() => void this.#end(), this.#options.idle).unref();
  }
}

function withResolvers() {
  let [resolve, reject]: [Waiting['resolve'], Waiting['reject']] = [() => undefined, () => undefined];
  const promise = new Promise<CheckResult>((resolved, rejected) => ([resolve, reject] = [resolved, rejected]));
  return { promise, resolve, reject };
}
