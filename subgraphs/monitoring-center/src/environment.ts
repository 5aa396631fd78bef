import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { z } from 'zod';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('monitoring-center', variables);
  evidenceFilesRequired(environment);
  return environment;
}

const onOrOff = z.enum(['on', 'off']).default('off');

/** Whether evidence is preserved only where its files are in the store. @throws EnvironmentInvalid */
export function evidenceFilesRequired({ variables }: Pick<SubgraphEnvironment, 'variables'>): boolean {
  const result = onOrOff.safeParse(variables['EVIDENCE_FILES_REQUIRED'] || undefined);
  if (result.success) return result.data === 'on';
  throw new EnvironmentInvalid('Settings of the subgraph monitoring-center: EVIDENCE_FILES_REQUIRED is neither on nor off; right would be, for example, on.');
}
