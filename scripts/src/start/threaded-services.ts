import { owners } from '@hub/prisma/owner.js';
import { giveBackMemory } from './give-back-memory.js';
import type { ServiceRunner } from './service-runner.js';
import { ServiceThread } from './service-thread.js';
import { ServicesTeardown } from './services-teardown.js';

/** The registry first, which takes longest to start. */
const subgraphs = ['registry', ...owners.filter((owner) => owner !== 'registry')] as const;

/** All services in one process: the subgraphs on one thread, the gateway on another, for none is to wait for what another reckons. */
export function threadedServices(): ServiceRunner {
  const running = new ServicesTeardown();
  let threads: { readonly behind: ServiceThread; readonly front: ServiceThread } | undefined;
  const begin = () => {
    if (threads) return threads;
    threads = { behind: new ServiceThread(subgraphs), front: new ServiceThread(['gateway']) };
    const { behind, front } = threads;
    running.add('thread of the subgraphs', () => behind.stop());
    running.add('gateway', () => front.stop());
    return threads;
  };
  return {
    prepare: () => void begin(),
    start(name, variables) {
      const { behind, front } = begin();
      return (name === 'gateway' ? front : behind).start(name, variables);
    },
    giveBackMemory() {
      giveBackMemory();
      // A thread that has ended meanwhile has nothing to give.
      for (const thread of Object.values(threads ?? {})) void thread.giveBackMemory().catch(() => undefined);
    },
    stop: () => running.run(),
  };
}
