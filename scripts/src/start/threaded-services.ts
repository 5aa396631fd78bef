import { owners } from '@hub/prisma/owner.js';
import type { ServiceRunner } from './service-runner.js';
import { ServiceThread } from './service-thread.js';
import { services, type StartService } from './services.js';
import { Teardown } from './teardown.js';

/** The registry comes first: the gateway waits for its supergraph. */
const subgraphs = ['registry', ...owners.filter((owner) => owner !== 'registry')] as const;

/** All services in one process, on two threads: the subgraphs on theirs, the gateway on this one. */
export function threadedServices(): ServiceRunner {
  const running = new Teardown();
  let code: { thread: ServiceThread; gateway: Promise<StartService> } | undefined;
  const load = () => {
    if (code) return code;
    const thread = new ServiceThread(subgraphs);
    running.add('The thread of the subgraphs', () => thread.stop());
    const gateway = services.gateway();
    // Whoever starts it is told.
    gateway.catch(() => undefined);
    return (code = { thread, gateway });
  };
  return {
    prepare: () => void load(),
    async start(name, variables) {
      const { thread, gateway } = load();
      if (name !== 'gateway') return thread.start(name, variables);
      const starting = (await gateway)(variables);
      running.add('The gateway', () => starting.then((started) => started.close(), () => undefined));
      await starting;
    },
    stop: () => running.run(),
  };
}
