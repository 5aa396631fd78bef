import { erasePersons } from '@hub/kernel/personal/personal-records.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';

/** Erases the address at which a party was reminded: what it was kept for is over (个人信息保护法 art. 47 (1)). */
export async function eraseContact(unit: UnitOfWork<ExchangeTransaction>, participantId: string): Promise<void> {
  const { contactId } = await unit.tx.participant.findUniqueOrThrow({ where: { id: participantId }, select: { contactId: true } });
  await unit.tx.participant.update({ where: { id: participantId }, data: { sealedContactEmail: null, contactEmailOfBefore: null } });
  if (contactId !== null) await erasePersons(unit, [contactId], null);
}
