import { fileURLToPath } from 'node:url';
import type { ServiceRunner } from './service-runner.js';
import { ServicesTeardown } from './services-teardown.js';
import { superviseChild } from './supervise-child.js';

/** Each service as a process of its own, which is started again when it dies. */
export function separateServices(say: (line: string) => void): ServiceRunner {
  const running = new ServicesTeardown();
  return {
    prepare: () => undefined,
    async start(name, variables) {
      const main = fileURLToPath(import.meta.resolve(`@hub/${name}/main.js`));
      const child = superviseChild({ name, main, variables, say });
      running.add(name, () => child.stop());
      await child.listening;
    },
    giveBackMemory: () => undefined,
    stop: () => running.run(),
  };
}
