import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { z } from 'zod';
import { EnvironmentInvalid } from '../service/environment-invalid.js';

/** For how long a kind of personal data is kept, in milliseconds, and how often it is looked whose time is over, in seconds (5.4.3 d). */
export interface PersonalSettings {
  readonly keptFor: number;
  readonly sweepSeconds: number;
}

/**
 * Reads how an owner keeps a kind of personal data.
 *
 * @param kept the setting that says for how long, and how long that is where nobody sets it
 * @throws EnvironmentInvalid
 */
export function personalSettings(owner: string, variables: Readonly<Record<string, string | undefined>>, kept: { readonly name: string; readonly usual: string }): PersonalSettings {
  const shape = z.object({
    [kept.name]: z.string().default(kept.usual).transform(durationInMilliseconds).refine((duration) => duration !== undefined && duration > 0, `is no duration of days; right would be, for example, ${kept.usual}`),
    PERSONAL_SWEEP_SECONDS: z.coerce.number({ error: 'is no number; right would be, for example, 600' }).positive('must be above 0; right would be, for example, 600').max(86_400, 'is more than a day; right would be, for example, 600').default(600),
  });
  const { data, error } = shape.safeParse(variables);
  if (error) throw new EnvironmentInvalid(`Settings of the subgraph ${owner}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`);
  return { keptFor: Number(data[kept.name]), sweepSeconds: Number(data['PERSONAL_SWEEP_SECONDS']) };
}
