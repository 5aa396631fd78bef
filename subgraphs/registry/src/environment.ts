import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { z } from 'zod';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('registry', variables);
  usageSettingsOf(environment);
  return environment;
}

const wholeDays = (name: string, standard: number) =>
  z.coerce.number({ error: `${name} is no number; right would be, for example, ${standard}` }).int(`${name} is no whole number of days; right would be, for example, ${standard}`).min(1, `${name} is less than 1; right would be, for example, ${standard}`).max(3_650, `${name} is more than 3650; right would be, for example, ${standard}`).default(standard);

const usageShape = z.object({ USAGE_DAYS: wholeDays('USAGE_DAYS', 30), USAGE_KEPT_DAYS: wholeDays('USAGE_KEPT_DAYS', 180) });

/** Over how many of the last days changes are judged by what was used, and for how many it is kept. @throws EnvironmentInvalid */
export function usageSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): { readonly days: number; readonly keptDays: number } {
  const { data, error } = usageShape.safeParse(variables);
  if (!data) throw new EnvironmentInvalid(`Settings of the subgraph registry: ${error.issues.map(({ message }) => message).join('; ')}.`);
  const { USAGE_DAYS: days, USAGE_KEPT_DAYS: keptDays } = data;
  if (keptDays < days) throw new EnvironmentInvalid(`Settings of the subgraph registry: USAGE_KEPT_DAYS is ${keptDays}, and changes are judged by ${days} days; right would be, for example, ${days}.`);
  return { days, keptDays };
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
