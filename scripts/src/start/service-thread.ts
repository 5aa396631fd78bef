import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { ServiceName } from './plan.js';
import type { ThreadAnswer, ThreadMessage, ThreadOrder, ThreadServices } from './thread-messages.js';
import { youngGenerationOfThread } from './young-generation.js';

/** Why a service of a thread did not start, in words for the person who typed the command. */
export class ServiceRefused extends Error {
  override readonly name = 'ServiceRefused';
}

/** What the thread runs; from sources too it is the built one, which Node can load. */
const main = new URL('../../dist/bundle/service-thread.js', import.meta.url);

/**
 * A thread of the hub beside its own, with services of its own: the machine's second processor, in the same process.
 * Dies with the process; where it fails by itself, so does the process, as with any error that nobody handles.
 */
export class ServiceThread {
  readonly #worker: Worker;

  /** Begins to load the code of the services. */
  constructor(names: ThreadServices) {
    this.#worker = new Worker(main, { workerData: names, resourceLimits: youngGenerationOfThread });
  }

  /** @throws ServiceRefused */
  async start(name: ServiceName, variables: Readonly<Record<string, string>>): Promise<void> {
    const [failure] = await this.#order({ start: name, variables });
    if (failure !== undefined) throw new ServiceRefused(failure);
  }

  /** What its services took to start, of memory, and need no more. */
  async giveBackMemory(): Promise<void> {
    await this.#order('giveBackMemory');
  }

  /** Ends its services, the last started first, and the thread. @returns what did not end as it should, in words */
  async stop(): Promise<readonly string[]> {
    const failures = await this.#order('stop');
    await this.#worker.terminate();
    return failures;
  }

  async #order(order: ThreadOrder): Promise<ThreadAnswer> {
    const { port1: answers, port2: reply } = new MessageChannel();
    this.#worker.postMessage({ order, reply } satisfies ThreadMessage, [reply]);
    const [answer] = (await once(answers, 'message')) as [ThreadAnswer];
    answers.close();
    return answer;
  }
}
