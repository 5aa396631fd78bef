import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';
import { eraseApplicants, eraseNames } from './erase-names.js';
import type { UserKeeping } from './user-keeping.js';

const batch = 200;

/**
 * Erases the names of users who act no more and of applicants who were not admitted, once their time is over (5.4.3 d), at most a batch of each; of several processes each takes others.
 * @returns whether there may be more
 */
export async function expireNames(unit: UnitOfWork<ExchangeTransaction>, { keptFor }: UserKeeping): Promise<boolean> {
  const { tx, now } = unit;
  const users = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM participant_user WHERE NOT active AND sealed_name IS NOT NULL AND kept_until <= ${now} ORDER BY kept_until LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const over = new Date(now.getTime() - keptFor).toISOString();
  const applications = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM membership_application WHERE state IN ('REFUSED', 'WITHDRAWN') AND sealed_administrator_name IS NOT NULL AND (decided->>'at')::timestamptz <= ${over}::timestamptz
    LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  await eraseNames(tx, users.map(({ id }) => id), { erased: actRecord(unit) });
  await eraseApplicants(tx, applications.map(({ id }) => id));
  return users.length === batch || applications.length === batch;
}
