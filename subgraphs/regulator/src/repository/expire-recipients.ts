import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { RegulatorTransaction } from './database.js';
import { emptyRecipients, type RecipientKeeping } from './recipient-keeping.js';

/** Erases who took notices whose time is over (5.4.3 d), at most a batch. @returns whether there may be more */
export function expireRecipients(unit: UnitOfWork<RegulatorTransaction>, recipients: RecipientKeeping): Promise<boolean> {
  return recipients.expire(unit, (recipientIds) => emptyRecipients(unit.tx, recipientIds));
}
