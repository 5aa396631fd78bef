import type { PersonalRecords } from '@hub/kernel/personal/personal-records.js';

/** At which address a party is reminded (联系邮箱, 5.4.3 b). */
export interface ContactAddress {
  readonly address: string;
}

/** How addresses of parties are kept (5.4.3 d): until the party records another or none, or has left. */
export type ContactKeeping = PersonalRecords<ContactAddress>;
