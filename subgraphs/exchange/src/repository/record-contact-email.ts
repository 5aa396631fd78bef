import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { contactEmail } from '../domain/contact-email.js';
import type { RecordContactEmailInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';

/** Notes at which address the own party is reminded of its duties (联系邮箱登记, 5.4.3 b), or that it is not. */
export async function recordContactEmail({ unit, caller }: ActScope<ExchangeTransaction>, input: RecordContactEmailInput): Promise<ActResult> {
  const participant = await unit.tx.participant.update({ where: { id: caller.partyId }, data: { contactEmail: contactEmail(input.contactEmail) } });
  unit.emit({ kind: 'ContactEmailRecorded', subjectType: 'Participant', subjectId: participant.id, stamps: stampsOf(participant), receivers: {} });
  return { valueId: participant.id };
}
