import { Worker } from 'node:worker_threads';
import type { PrintAnswer, Printed, PrintTask } from './print-task.js';

/** What the thread runs; from sources too it is the built one, which Node can load. */
const main = new URL('../../../dist/documents/printing/printing-thread-main.js', import.meta.url);
/** Megabytes that a document may take; what takes more ends the thread, and no other document. */
const memory = 768;
/** Milliseconds after which a thread that has nothing to do ends, and gives its memory back. */
const idle = 60_000;

/** A document took longer, or more memory, than one may. */
export class PrintGivenUp extends Error {}

interface Waiting {
  readonly task: PrintTask;
  readonly resolve: (printed: Printed) => void;
  readonly reject: (error: Error) => void;
}

/** A thread of its own in which documents are laid out, one at a time: no request waits for it. Started when it is first needed. */
export class PrintingThread {
  readonly #patience: number;
  readonly #queue: Waiting[] = [];
  #current: { readonly id: number; readonly waiting: Waiting; readonly late: NodeJS.Timeout } | undefined;
  #worker: Worker | undefined;
  #ending: NodeJS.Timeout | undefined;
  #count = 0;
  #closed = false;

  /** @param patience milliseconds after which a document is given up, from when the thread began with it */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** @throws PrintGivenUp */
  print(task: PrintTask): Promise<Printed> {
    return new Promise<Printed>((resolve, reject) => {
      if (this.#closed) return reject(new Error('The gateway is being closed.'));
      clearTimeout(this.#ending);
      this.#queue.push({ task, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const waiting = [...(this.#current ? [this.#current.waiting] : []), ...this.#queue.splice(0)];
    clearTimeout(this.#current?.late);
    this.#current = undefined;
    await this.#end();
    for (const { reject } of waiting) reject(new Error('The gateway is being closed.'));
  }

  #next(): void {
    if (this.#current) return;
    const waiting = this.#queue.shift();
    if (!waiting) return this.#rest();
    const worker = (this.#worker ??= this.#start());
    const id = (this.#count += 1);
    this.#current = { id, waiting, late: setTimeout(() => this.#giveUp(new PrintGivenUp('It took too long.')), this.#patience) };
    worker.ref();
    worker.postMessage({ id, task: waiting.task });
  }

  #start(): Worker {
    // What this process was told of its own modules does not hold for the built ones.
    const worker = new Worker(main, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memory } });
    worker.on('message', (answer: PrintAnswer) => {
      if (this.#current?.id !== answer.id) return;
      const { waiting, late } = this.#current;
      clearTimeout(late);
      this.#current = undefined;
      if ('failure' in answer) waiting.reject(new Error(`A document failed: ${answer.failure}`));
      else waiting.resolve(answer);
      this.#next();
    });
    worker.on('error', (error) => {
      if (this.#worker !== worker) return;
      this.#giveUp((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new PrintGivenUp('It took too much memory.') : error);
    });
    return worker;
  }

  /** Whose document is under way is told why; those who wait get a new thread. */
  #giveUp(why: Error): void {
    void this.#end();
    const current = this.#current;
    this.#current = undefined;
    clearTimeout(current?.late);
    current?.waiting.reject(why);
    this.#next();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#ending);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #rest(): void {
    // It keeps no process from ending.
    this.#worker?.unref();
    this.#ending = setTimeout(() => void this.#end(), idle).unref();
  }
}
