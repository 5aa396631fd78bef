import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('regulator', variables);
  operatorsCalendar(environment);
  return environment;
}
