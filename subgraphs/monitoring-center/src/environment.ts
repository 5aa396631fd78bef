import { EnvironmentInvalid, readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { z } from 'zod';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('monitoring-center', variables);
  complainantSettingsOf(environment);
  return environment;
}

const shape = z.object({
  COMPLAINANTS_KEPT: z.string().default('P1096D').transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, 'is no duration of days; right would be, for example, P1096D'),
  COMPLAINANT_SWEEP_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 600' }).positive('must be above 0; right would be, for example, 600').max(86_400, 'is more than a day; right would be, for example, 600').default(600),
});

/**
 * For how long who complained is kept, in milliseconds, and how often it is looked whose time is over, in seconds (5.4.3 d).
 * @throws EnvironmentInvalid
 */
export function complainantSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): { readonly keptFor: number; readonly sweepSeconds: number } {
  const { data, error } = shape.safeParse(variables);
  if (!data) throw new EnvironmentInvalid(`Settings of the subgraph monitoring-center: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`);
  return { keptFor: data.COMPLAINANTS_KEPT ?? 0, sweepSeconds: data.COMPLAINANT_SWEEP_SECONDS };
}
