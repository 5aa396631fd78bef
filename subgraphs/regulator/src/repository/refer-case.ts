import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { caseReferralMachine } from '../domain/case-referral-machine.js';
import type { ReferCaseInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedHandling } from './locked-handling.js';
import { referralRecipient } from './referral-recipient.js';

/** Refers a case to the competent place (移送, 3.1 d); a reply is owed, by whom it goes to or, outside the hub, by the regulator that enters it. */
export async function referCase(
  { unit, caller, admit, preserve }: ActScope<RegulatorTransaction>,
  input: ReferCaseInput,
): Promise<ActResult> {
  const { handlingId, expectedRevision } = input;
  const handling = admit(await lockedHandling(unit.tx, handlingId, caller.partyId), { type: 'HazardHandling', id: handlingId, field: 'handlingId', expectedRevision });
  const reason = requireText('reason', input.reason);
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  const answerBy = input.answerBy == null ? await unit.dueBy('AnswerCaseReferral') : requireFuture('answerBy', input.answerBy, unit.now);
  const recipient = await referralRecipient(unit.tx, input.recipient, caller.partyId);
  const referral = await unit.tx.caseReferral.create({
    data: {
      number: await takeNumber(unit.tx, 'CASE_REFERRAL', { holder: handling.holder, at: unit.now }),
      handlingId,
      recipientId: recipient.id,
      recipientName: recipient.name,
      recipientKind: recipient.kind,
      summary: handling.summary,
      reason,
      evidence: evidence.map((file) => ({ ...file })),
      referredAt: unit.now,
      answerBy,
      referred: { ...actRecord(unit) },
      holder: handling.holder,
      concerned: [...handling.concerned, ...(recipient.id === null ? [] : [recipient.id])],
      ...caseReferralMachine.begin('referCase'),
    },
  });
  await unit.tx.hazardHandling.update({ where: { id: handling.id }, data: { revision: { increment: 1 } } });
  await unit.openDuty({
    kind: 'AnswerCaseReferral',
    subjectType: 'CaseReferral',
    subjectId: referral.id,
    partyId: recipient.id ?? referral.holder,
    role: 'OFFICER',
    dueAt: answerBy,
    concerned: recipient.id === null ? handling.concerned : [referral.holder],
  });
  await preserve({ field: 'evidence', subject: { type: 'CaseReferral', id: referral.id }, files: evidence });
  unit.emit({ kind: 'CaseReferred', subjectType: 'CaseReferral', subjectId: referral.id, stamps: stampsOf(referral), receivers: {} });
  return { valueId: referral.id };
}
