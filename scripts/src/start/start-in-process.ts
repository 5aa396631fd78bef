import { allOrFirstFailure } from './all-or-first-failure.js';
import { serviceNames, serviceVariables, type Plan, type ServiceName } from './plan.js';
import { services, type StartService } from './services.js';
import type { Teardown } from './teardown.js';

/** Loads the code of all services at once; the databases may come up meanwhile. */
export function loadServices(): Promise<Map<ServiceName, StartService>> {
  return allOrFirstFailure(serviceNames.map(async (name) => [name, await services[name]()] as const)).then((loaded) => new Map(loaded));
}

/** Starts all services in this process: the subgraphs side by side, the gateway as soon as the registry can give it the supergraph. */
export async function startInProcess(plan: Plan, loaded: ReadonlyMap<ServiceName, StartService>, teardown: Teardown): Promise<void> {
  const start = async (name: ServiceName) => {
    const running = await loaded.get(name)?.(serviceVariables(plan, name));
    if (running) teardown.add(`The ${name}`, () => running.close());
  };
  const subgraphs = new Map(serviceNames.filter((name) => name !== 'gateway').map((name) => [name, start(name)]));
  const gateway = subgraphs.get('registry')?.then(() => start('gateway')) ?? start('gateway');
  await allOrFirstFailure([...subgraphs.values(), gateway]);
}
