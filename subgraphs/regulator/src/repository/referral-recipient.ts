import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ReferralRecipientInput, ReferralRecipientKind } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** Whom a case is referred to. */
export interface ReferralRecipient {
  /** The participant; null where it has no account. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: ReferralRecipientKind;
}

/** The place that an item names, by participant or by name and kind; not the regulator itself. @throws Refusal NOT_FOUND, VALUE_REQUIRED, VALUE_INVALID */
export async function referralRecipient(tx: RegulatorTransaction, { participantId, name, kind }: ReferralRecipientInput, self: string): Promise<ReferralRecipient> {
  if (participantId == null) {
    if (kind == null) {
      const problem = { en: 'a place without an account is named with its kind', 'zh-CN': '没有账户的移送对象须同时指明类别' };
      throw new Refusal('VALUE_REQUIRED', { field: 'recipient.kind', parameters: { field: 'recipient.kind', problem } });
    }
    return { id: null, name: requireText('recipient.name', name ?? '', 200), kind };
  }
  requireValid(participantId !== self, 'recipient.participantId', { en: 'a case is referred to another place', 'zh-CN': '案件须移送其他单位' }, { en: 'the id of another regulator or department', 'zh-CN': '其他监管部门或相关部门的 id' });
  const member = await findParticipant(tx, participantId);
  if (member?.state !== 'ACTIVE' || (member.kind !== 'REGULATOR' && member.kind !== 'DEPARTMENT')) {
    throw new Refusal('NOT_FOUND', { field: 'recipient.participantId', parameters: { type: 'Participant', id: participantId } });
  }
  requireValid(name == null && kind == null, 'recipient.name', { en: 'a participant is named by its id alone', 'zh-CN': '参与单位只以其 id 指明' }, 'null');
  return { id: member.id, name: member.name, kind: member.kind };
}
