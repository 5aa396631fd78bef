import { parentPort, workerData } from 'node:worker_threads';
import { inWords } from '../tell-failure.js';
import type { ServiceName } from './plan.js';
import { services, type StartService } from './services.js';
import { Teardown } from './teardown.js';
import type { ThreadAnswer, ThreadMessage, ThreadOrder, ThreadServices } from './thread-messages.js';

// What runs in a thread of the hub: services that are started and, together, stopped as the hub's own thread orders.

const teardown = new Teardown();
const names = workerData as ThreadServices;
const code = new Map<ServiceName, Promise<StartService>>();
let loaded: Promise<unknown> = Promise.resolve();
for (const name of names) {
  const loading = loaded.then(() => services[name]());
  // Whoever starts the service is told.
  loaded = loading.catch(() => undefined);
  code.set(name, loading);
}
/** Settled when the first listens or has failed; those that are to start after it wait so long. */
let firstIsUp: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ order, reply }: ThreadMessage) => void obey(order).then((answer) => reply.postMessage(answer)));

async function obey(order: ThreadOrder): Promise<ThreadAnswer> {
  if (order === 'stop') return teardown.run().finally(() => parentPort?.close());
  const answer = firstIsUp.then(() => start(order)).then(() => [], (error: unknown) => [inWords(error)]);
  if (order.start === names[0]) firstIsUp = answer;
  return answer;
}

async function start({ start: name, variables }: Exclude<ThreadOrder, 'stop'>): Promise<void> {
  const begin = await code.get(name);
  const running = await begin?.(variables);
  if (running) teardown.add(`The ${name}`, () => running.close());
}
