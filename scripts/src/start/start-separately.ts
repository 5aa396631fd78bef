import { fileURLToPath } from 'node:url';
import { allOrFirstFailure } from './all-or-first-failure.js';
import { serviceNames, serviceVariables, type Plan, type ServiceName } from './plan.js';
import { superviseChild } from './supervise-child.js';
import type { Teardown } from './teardown.js';

/** Starts each service as a process of its own, which is started again when it dies. */
export async function startSeparately(plan: Plan, teardown: Teardown, say: (line: string) => void): Promise<void> {
  const start = async (name: ServiceName) => {
    const main = fileURLToPath(import.meta.resolve(`@hub/${name}/main.js`));
    const child = superviseChild({ name, main, variables: serviceVariables(plan, name), say });
    teardown.add(`The ${name}`, () => child.stop());
    await child.listening;
  };
  const subgraphs = new Map(serviceNames.filter((name) => name !== 'gateway').map((name) => [name, start(name)]));
  const gateway = subgraphs.get('registry')?.then(() => start('gateway')) ?? start('gateway');
  await allOrFirstFailure([...subgraphs.values(), gateway]);
}
