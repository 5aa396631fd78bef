import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { caseReferralMachine } from '../domain/case-referral-machine.js';
import type { AnswerCaseReferralInput } from '../generated/graphql.js';
import { actsItself } from './acts-itself.js';
import type { RegulatorTransaction } from './database.js';
import { lockedReferral } from './locked-referral.js';

/** Answers a referral (答复移送, 3.1 d): the place itself, or the referring regulator for one that has no account, or none any more. */
export async function answerCaseReferral(
  { unit, caller, admit, preserve }: ActScope<RegulatorTransaction>,
  input: AnswerCaseReferralInput,
): Promise<ActResult> {
  const { referralId: id, expectedRevision, outcome } = input;
  const before = admit(await lockedReferral(unit.tx, id, caller.partyId), { type: 'CaseReferral', id, field: 'referralId', expectedRevision });
  const onBehalf = caller.partyId !== before.recipientId;
  if (onBehalf && (await actsItself(unit.tx, before.recipientId))) {
    throw new Refusal('RECIPIENT_ANSWERS_ITSELF', { field: 'referralId', parameters: { recipient: before.recipientName } });
  }
  const referred = { what: { en: 'the referral', 'zh-CN': '移送时间' }, at: before.referredAt };
  const reply = {
    outcome,
    text: requireText('text', input.text),
    documentNumber: optionalText('documentNumber', input.documentNumber, 100),
    repliedAt: requireSince('repliedAt', input.repliedAt ?? unit.now, referred, unit.now).toISOString(),
    onBehalf,
    evidence: requireEvidenceFiles('evidence', input.evidence ?? []).map((file) => ({ ...file })),
  };
  const referral = await unit.tx.caseReferral.update({ where: { id }, data: { ...caseReferralMachine.move('answerCaseReferral', before, outcome), reply } });
  await unit.closeDuties('AnswerCaseReferral', id);
  await preserve({ field: 'evidence', subject: { type: 'CaseReferral', id }, files: reply.evidence });
  unit.emit({ kind: 'CaseReferralAnswered', subjectType: 'CaseReferral', subjectId: id, stamps: stampsOf(referral), receivers: {} });
  return { valueId: id };
}
