import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { emptyContacts, type ContactKeeping } from './contact-keeping.js';
import type { PlatformsTransaction } from './database.js';

/** Erases contacts of merchants whom their platform has not told of for the time of their keeping (5.4.3 d), at most a batch. @returns whether there may be more */
export function expireContacts(unit: UnitOfWork<PlatformsTransaction>, contacts: ContactKeeping): Promise<boolean> {
  return contacts.expire(unit, (contactIds) => emptyContacts(unit.tx, contactIds));
}
