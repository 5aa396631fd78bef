import { Worker } from 'node:worker_threads';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CheckResult, CheckTask } from '@hub/schema/check/check-task.js';
import type { CheckAnswer } from './check-answer.js';

/** What the thread runs; from sources too it is the built one, which Node can load. */
const main = new URL('../../dist/checking/checking-thread-main.js', import.meta.url);

export interface CheckingThreadOptions {
  /** Milliseconds after which a check is given up; below what a transaction may take. */
  readonly patience?: number;
  /** Milliseconds after which a thread that has nothing to do ends, and gives its memory back. */
  readonly idle?: number;
}

interface Waiting {
  readonly resolve: (result: CheckResult) => void;
  readonly reject: (error: Error) => void;
}

/** A thread of its own for composing and checking schemas, which takes seconds: no request waits for it. Started when it is first needed. */
export class CheckingThread {
  readonly #patience: number;
  readonly #idle: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #ending: NodeJS.Timeout | undefined;
  #count = 0;

  constructor({ patience = 25_000, idle = 60_000 }: CheckingThreadOptions = {}) {
    this.#patience = patience;
    this.#idle = idle;
  }

  /** @throws Refusal SCHEMA_CHECK_TIMED_OUT */
  readonly check = async (task: CheckTask): Promise<CheckResult> => {
    clearTimeout(this.#ending);
    const worker = (this.#worker ??= this.#start());
    const id = (this.#count += 1);
    const answer = new Promise<CheckResult>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const giveUp = setTimeout(() => void this.#stop(new Refusal('SCHEMA_CHECK_TIMED_OUT', { parameters: { seconds: this.#patience / 1000 } })), this.#patience);
    worker.ref();
    worker.postMessage({ id, task });
    try {
      return await answer;
    } finally {
      clearTimeout(giveUp);
      this.#rest();
    }
  };

  /** Ends the thread once nothing is under way. */
  async close(): Promise<void> {
    if (this.#waiting.size === 0) await this.#stop(new Error('The registry is stopping.'));
  }

  #start(): Worker {
    // What this process was told of its own modules does not hold for the built ones.
    const worker = new Worker(main, { execArgv: [] });
    worker.on('message', (answer: CheckAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(new Error(`A check of a schema failed: ${answer.failure}`));
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) void this.#stop(error);
    });
    return worker;
  }

  /** Whatever waits is told why; what comes next gets a new thread. */
  async #stop(why: Error): Promise<void> {
    clearTimeout(this.#ending);
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
    await worker?.terminate();
  }

  #rest(): void {
    if (this.#waiting.size > 0 || !this.#worker) return;
    // It keeps no process from ending.
    this.#worker.unref();
    this.#ending = setTimeout(() => void this.#stop(new Error('idle')), this.#idle).unref();
  }
}
