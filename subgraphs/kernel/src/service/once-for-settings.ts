import type { SubgraphEnvironment } from './subgraph-environment.js';

/** Makes something of the settings once, and not for each request. */
export function onceForSettings<Made>(make: (environment: SubgraphEnvironment) => Made): (environment: SubgraphEnvironment) => Made {
  const known = new WeakMap<SubgraphEnvironment, Made>();
  return (environment) => {
    const made = known.get(environment) ?? make(environment);
    known.set(environment, made);
    return made;
  };
}
