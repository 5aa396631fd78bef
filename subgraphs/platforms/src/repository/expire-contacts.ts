import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { emptyContacts, type ContactKeeping } from './contact-keeping.js';
import type { PlatformsTransaction } from './database.js';

/**
 * Erases contacts of merchants for the time of whose keeping their platform has told nothing of them, and nothing of them was on sale (5.4.3 d): whoever sells is turned to, and must be known for three years after (电子商务法 art. 27, 31). At most a batch.
 * @returns whether there may be more
 */
export function expireContacts(unit: UnitOfWork<PlatformsTransaction>, contacts: ContactKeeping): Promise<boolean> {
  return contacts.expire(unit, (contactIds) => emptyContacts(unit.tx, contactIds), (contactIds) => onSaleUntil(unit, contactIds));
}

/** When something of the merchants behind contacts was on sale last: now, where it is. */
async function onSaleUntil({ tx, now }: UnitOfWork<PlatformsTransaction>, contactIds: readonly string[]): Promise<Map<string, Date>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ contactId: string; until: Date }[]>`
    SELECT m.contact_id AS "contactId", max(coalesce(l.delisted_at, ${now}::timestamptz)) AS until
    FROM merchant m JOIN shop s ON s.merchant_id = m.id JOIN listing l ON l.shop_id = s.id
    WHERE m.contact_id = ANY(${[...contactIds]}::text[]) GROUP BY m.contact_id`;
  return new Map(rows.map(({ contactId, until }) => [contactId, until]));
}
