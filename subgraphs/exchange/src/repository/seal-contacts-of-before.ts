import { erasePersons } from '@hub/kernel/personal/personal-records.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ContactKeeping } from './contact-keeping.js';
import type { ExchangeTransaction } from './database.js';

const batch = 200;

interface AddressOfBefore {
  readonly id: string;
  readonly address: string;
  /** Whose the address is that it takes the place of. */
  readonly contactId: string | null;
}

/**
 * Encrypts addresses of parties that a version before has kept in the clear, or a process of it that runs beside this one still writes; at most a batch, and of several processes each takes others. The one before is erased, of which such a process knows nothing.
 * @returns whether there may be more
 */
export async function sealContactsOfBefore(unit: UnitOfWork<ExchangeTransaction>, contacts: ContactKeeping): Promise<boolean> {
  const { tx } = unit;
  const rows = await tx.$queryRaw<AddressOfBefore[]>`SELECT id, contact_email AS address, contact_id AS "contactId" FROM participant WHERE contact_email IS NOT NULL ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  await erasePersons(unit, rows.flatMap(({ contactId }) => contactId ?? []), null);
  const sealed = await contacts.keep(unit, rows.map(({ id, address }) => ({ holder: id, content: { address } })));
  await tx.$executeRaw`
    UPDATE participant p SET contact_email = NULL, contact_id = s.person, sealed_contact_email = s.sealed
    FROM unnest(${rows.map(({ id }) => id)}::text[], ${sealed.map(({ personId }) => personId)}::text[], ${sealed.map((each) => each.sealed)}::text[]) AS s (id, person, sealed) WHERE p.id = s.id`;
  return rows.length === batch;
}
