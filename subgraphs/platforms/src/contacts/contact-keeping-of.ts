import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { PersonalRecords } from '@hub/kernel/personal/personal-records.js';
import { onceForSettings } from '@hub/kernel/service/once-for-settings.js';
import { contactSettingsOf } from '../environment.js';
import type { ContactKeeping } from '../repository/contact-keeping.js';

/** How the settings have contacts of merchants kept. */
export const contactKeepingOf = onceForSettings(({ dataDir, variables }): ContactKeeping => contactKeepingIn(dataDir, contactSettingsOf({ variables }).keptFor));

/** How contacts are kept under the key that lies in a folder. @param keptFor milliseconds */
export function contactKeepingIn(dataDir: string, keptFor = contactSettingsOf({ variables: {} }).keptFor): ContactKeeping {
  return new PersonalRecords(personalKeyFile(dataDir), { name: 'merchant-contact', keptFor });
}
