import { archiveSettings, type ArchiveSettings } from '@hub/kernel/archive/archive-settings.js';
import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { personalSettings, type PersonalSettings } from '@hub/kernel/personal/personal-settings.js';
import { readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  const environment = readSubgraphEnvironment('regulator', variables);
  operatorsCalendar(environment);
  recipientSettingsOf(environment);
  archiveSettingsOf(environment);
  return environment;
}

/**
 * For how long it is kept who took a notice, from service on: five years, for which what endangers life or health may be punished (行政处罚法 art. 36).
 * @throws EnvironmentInvalid
 */
export function recipientSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): PersonalSettings {
  return personalSettings('regulator', variables, { name: 'RECIPIENTS_KEPT', usual: 'P1827D' });
}

/**
 * When closed cycles go into the archive (归档, 5.4.4).
 * @throws EnvironmentInvalid
 */
export function archiveSettingsOf({ variables }: Pick<SubgraphEnvironment, 'variables'>): ArchiveSettings {
  return archiveSettings('regulator', variables);
}
