import type { ServiceRunner } from '../src/start/service-runner.js';
import { services } from '../src/start/services.js';
import { ServicesTeardown } from '../src/start/services-teardown.js';

/** All services in the test's own thread and from their sources, so that a test sees the statements that they send. */
export function servicesHere(): ServiceRunner {
  const running = new ServicesTeardown();
  return {
    prepare: () => undefined,
    async start(name, variables) {
      const starting = services[name]().then((begin) => begin(variables));
      running.add(name, () => starting.then((service) => service.close(), () => undefined));
      await starting;
    },
    giveBackMemory: () => undefined,
    stop: () => running.run(),
  };
}
