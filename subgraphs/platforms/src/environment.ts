import { archiveSettings, type ArchiveSettings } from '@hub/kernel/archive/archive-settings.js';
import { personalSettings, type PersonalSettings } from '@hub/kernel/personal/personal-settings.js';
import { readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('platforms', variables);
  contactSettingsOf(environment);
  archiveSettingsOf(environment);
  return environment;
}

/**
 * For how long the contact of a merchant is kept after its platform told of it last, or something of the merchant was on sale: three years, as platforms keep what they know of merchants (电子商务法 art. 31).
 * @throws EnvironmentInvalid
 */
export function contactSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): PersonalSettings {
  return personalSettings('platforms', variables, { name: 'CONTACTS_KEPT', usual: 'P1096D' });
}

/**
 * When closed cycles go into the archive (归档, 5.4.4).
 * @throws EnvironmentInvalid
 */
export function archiveSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): ArchiveSettings {
  return archiveSettings('platforms', variables);
}
