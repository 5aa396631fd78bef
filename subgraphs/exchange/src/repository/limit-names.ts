import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';
import type { UserKeeping } from './user-keeping.js';

/**
 * Says until when names are kept of users who act no more and of whom that is not said yet, for a version before has left them so: from now on, or from when their party left the hub.
 * Nobody acts for such a party again, so its users are inactive, whom every owner lets in no more since it left.
 * @returns that there is no more
 */
export async function limitNames({ tx, now }: UnitOfWork<ExchangeTransaction>, { keptFor }: UserKeeping): Promise<boolean> {
  await tx.$executeRaw`
    UPDATE participant_user u SET active = false, kept_until = COALESCE(
      (SELECT max(e.entered_at) FROM membership_entry e WHERE p.state = 'LEFT' AND e.participant_id = p.id AND e.kind = 'LEFT'), ${now}::timestamptz) + ${keptFor} * interval '1 millisecond'
    FROM participant p WHERE p.id = u.participant_id AND u.sealed_name IS NOT NULL AND u.kept_until IS NULL AND (NOT u.active OR p.state = 'LEFT')`;
  return false;
}
