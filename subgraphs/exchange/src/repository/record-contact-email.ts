import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { contactEmail } from '../domain/contact-email.js';
import type { RecordContactEmailInput } from '../generated/graphql.js';
import type { ContactKeeping } from './contact-keeping.js';
import type { ExchangeTransaction } from './database.js';
import { eraseContact } from './erase-contact.js';

/** Notes at which address the own party is reminded of its duties (联系邮箱登记, 5.4.3 b), or that it is not; the one before is erased (5.4.3 d). */
export async function recordContactEmail({ unit, caller: { partyId } }: ActScope<ExchangeTransaction>, input: RecordContactEmailInput, contacts: ContactKeeping): Promise<ActResult> {
  const { tx } = unit;
  const address = contactEmail(input.contactEmail);
  // One after the other: the address before is erased once.
  await tx.$queryRaw`SELECT id FROM participant WHERE id = ${partyId} FOR UPDATE`;
  await eraseContact(unit, partyId);
  const [kept] = address === null ? [] : await contacts.keep(unit, [{ holder: partyId, content: { address } }]);
  const participant = await tx.participant.update({ where: { id: partyId }, data: kept ? { contactId: kept.personId, sealedContactEmail: kept.sealed } : {} });
  unit.emit({ kind: 'ContactEmailRecorded', subjectType: 'Participant', subjectId: participant.id, stamps: stampsOf(participant), receivers: {} });
  return { valueId: participant.id };
}
