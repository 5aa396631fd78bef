import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { PersonalRecords } from '@hub/kernel/personal/personal-records.js';
import { onceForSettings } from '@hub/kernel/service/once-for-settings.js';
import { buyerSettingsOf } from '../environment.js';
import type { BuyerKeeping } from '../repository/buyer-keeping.js';

/** How the settings have buyers kept. */
export const buyerKeepingOf = onceForSettings(
  (environment): BuyerKeeping => new PersonalRecords(personalKeyFile(environment.dataDir), { name: 'buyer', keptFor: buyerSettingsOf(environment).keptFor }),
);
