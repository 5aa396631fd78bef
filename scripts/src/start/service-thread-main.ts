import { parentPort, workerData } from 'node:worker_threads';
import { inWords } from '../tell-failure.js';
import { giveBackMemory } from './give-back-memory.js';
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

parentPort?.on('message', ({ order, reply }: ThreadMessage) => void obey(order).then((answer) => reply.postMessage(answer)));

async function obey(order: ThreadOrder): Promise<ThreadAnswer> {
  if (order === 'stop') return teardown.run().finally(() => parentPort?.close());
  if (order === 'giveBackMemory') {
    giveBackMemory();
    return [];
  }
  return start(order).then(() => [], (error: unknown) => [inWords(error)]);
}

async function start({ start: name, variables }: Exclude<ThreadOrder, string>): Promise<void> {
  const begin = await code.get(name);
  const running = await begin?.(variables);
  if (running) teardown.add(`The ${name}`, () => running.close());
}
