import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  return readSubgraphEnvironment('registry', variables);
}

/**
 * Whether whoever starts the hub approves the schemas that come with it (BUILT_SCHEMAS=approve), or has them pass the checks as from anybody (check).
 * Where nothing is said, under the development issuer they are approved, for who develops changes them all the time.
 * @throws EnvironmentInvalid
 */
export function approvesBuiltSchemas({ variables, issuer }: Pick<SubgraphEnvironment, 'variables' | 'issuer'>): boolean {
  const said = variables['BUILT_SCHEMAS'] ?? (issuer.kind === 'development' ? 'approve' : 'check');
  if (said === 'approve' || said === 'check') return said === 'approve';
  throw new EnvironmentInvalid(`BUILT_SCHEMAS is "${said}"; right would be approve, which publishes what comes with the hub as it is, or check.`);
}
