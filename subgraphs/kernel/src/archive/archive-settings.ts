import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { z } from 'zod';
import { EnvironmentInvalid } from '../service/environment-invalid.js';

/** For how long a closed cycle stays at hand, in milliseconds, and how often it is looked which are to be archived, in seconds (归档, 5.4.4). */
export interface ArchiveSettings {
  readonly after: number;
  readonly seconds: number;
}

const shape = z.object({
  CYCLES_AT_HAND: z.string().default('P731D').transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, 'is no duration of days; right would be, for example, P731D'),
  ARCHIVE_SWEEP_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 3600' }).positive('must be above 0; right would be, for example, 3600').max(86_400, 'is more than a day; right would be, for example, 3600').default(3_600),
});

/**
 * Reads how an owner keeps its archive.
 * @throws EnvironmentInvalid
 */
export function archiveSettings(owner: string, variables: Readonly<Record<string, string | undefined>>): ArchiveSettings {
  const { data, error } = shape.safeParse(variables);
  if (error) throw new EnvironmentInvalid(`Settings of the subgraph ${owner}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`);
  return { after: data.CYCLES_AT_HAND ?? 0, seconds: data.ARCHIVE_SWEEP_SECONDS };
}
