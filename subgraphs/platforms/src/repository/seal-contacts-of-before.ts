import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MerchantContact } from '../domain/merchant-contact.js';
import { toldContact, type ContactKeeping } from './contact-keeping.js';
import type { PlatformsTransaction } from './database.js';

const batch = 200;

interface ContactOfBefore extends MerchantContact {
  readonly id: string;
  readonly holder: string;
}

/**
 * Encrypts contacts that a version before has kept in the clear, or a process of it that runs beside this one still writes; at most a batch, and of several processes each takes others.
 * @returns whether there may be more
 */
export async function sealContactsOfBefore(unit: UnitOfWork<PlatformsTransaction>, contacts: ContactKeeping): Promise<boolean> {
  const { tx } = unit;
  const rows = await tx.$queryRaw<ContactOfBefore[]>`
    SELECT id, holder, contact_name AS name, contact_phone AS phone FROM merchant WHERE contact_name IS NOT NULL OR contact_phone IS NOT NULL ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const sealed = await contacts.keep(unit, rows.map(({ holder, name, phone }) => toldContact(holder, { name, phone })));
  await tx.$executeRaw`
    UPDATE merchant m SET contact_name = NULL, contact_phone = NULL, contact_id = s.person, sealed_contact = s.sealed
    FROM unnest(${rows.map(({ id }) => id)}::text[], ${sealed.map(({ personId }) => personId)}::text[], ${sealed.map((each) => each.sealed)}::text[]) AS s (id, person, sealed) WHERE m.id = s.id`;
  return rows.length === batch;
}
