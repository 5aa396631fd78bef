import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { PersonalRecords } from '@hub/kernel/personal/personal-records.js';
import { onceForSettings } from '@hub/kernel/service/once-for-settings.js';
import { recipientSettingsOf } from '../environment.js';
import type { RecipientKeeping } from '../repository/recipient-keeping.js';

/** How the settings have it kept who took notices. */
export const recipientKeepingOf = onceForSettings(
  (environment): RecipientKeeping => new PersonalRecords(personalKeyFile(environment.dataDir), { name: 'notice-recipient', keptFor: recipientSettingsOf(environment).keptFor }),
);
