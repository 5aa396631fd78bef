import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { PersonalRecords } from '@hub/kernel/personal/personal-records.js';
import { onceForSettings } from '@hub/kernel/service/once-for-settings.js';
import type { ContactKeeping } from '../repository/contact-keeping.js';

/** How addresses of parties are kept: for no time of its own, for each goes with the next one or with its party. */
export const contactKeepingOf = onceForSettings(({ dataDir }): ContactKeeping => new PersonalRecords(personalKeyFile(dataDir), { name: 'contact-email', keptFor: null }));
