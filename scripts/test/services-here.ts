import type { ServiceRunner } from '../src/start/service-runner.js';
import { services } from '../src/start/services.js';
import { Teardown } from '../src/start/teardown.js';

/** All services in the test's own thread and from their sources, so that a test sees the statements that they send. */
export function servicesHere(): ServiceRunner {
  const running = new Teardown();
  return {
    prepare: () => undefined,
    async start(name, variables) {
      const start = await services[name]();
      const service = await start(variables);
      running.add(`The ${name}`, () => service.close());
    },
    stop: () => running.run(),
  };
}
