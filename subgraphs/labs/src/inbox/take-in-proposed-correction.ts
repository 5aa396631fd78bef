import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { commissionAcceptanceMachine } from '../domain/commission-acceptance-machine.js';
import { commissionCorrectionMachine } from '../domain/commission-correction-machine.js';
import type { CorrectedSample } from '../domain/commission-content.js';
import type { LabsTransaction } from '../repository/database.js';
import { lockedReceipts } from '../repository/locked-receipts.js';
import { tellCorrectionEnd } from '../repository/tell-correction-end.js';

/** What the centre tells of a correction that it asks a lab to agree to (协商更正, clause 4). */
interface CorrectionProposed {
  readonly id: string;
  readonly kind: 'COMMISSION_WITHDRAWAL' | 'SAMPLE_LABELS';
  readonly reason: string;
  readonly centerId: string;
  readonly askedOf: string;
  readonly commissionIds: readonly string[];
  readonly samples: readonly CorrectedSample[];
}

/** A correction arrives at the lab's desk, and an answer is owed; unless the lab has reported on the commission that it would let go. */
export const takeInProposedCorrection: InboxHandler<LabsTransaction> = async (unit, event, log) => {
  const { id, kind, reason, centerId, askedOf: labId, commissionIds, samples } = event.payload as unknown as CorrectionProposed;
  const { tx, now } = unit;
  const receipts = [];
  for (const commissionId of [...commissionIds].sort()) receipts.push(...(await lockedReceipts(tx, commissionId)));
  const acceptances = await tx.commissionAcceptance.findMany({ where: { id: { in: [...commissionIds] }, holder: labId } });
  if (acceptances.length !== commissionIds.length) {
    log.warn({ event: event.id, correction: id, labId }, 'a correction was proposed of a commission that its lab does not have');
    // The centre holds the samples until it hears something.
    tellCorrectionEnd(unit, { id, holder: labId, concerned: [centerId] });
    return;
  }
  const letsGo = acceptances.every((acceptance) => commissionAcceptanceMachine.leadsFrom('answerCommissionCorrection', acceptance));
  const ended = acceptances.some(({ state }) => state === 'DECLINED' || state === 'WITHDRAWN');
  const overtaken = ended || (kind === 'COMMISSION_WITHDRAWAL' && (!letsGo || receipts.some(({ state }) => state === 'REPORTED' || state === 'FAILED')));
  const correction = await tx.commissionCorrection.create({
    data: {
      id,
      kind,
      centerId,
      commissionIds: [...commissionIds],
      // Only what a lab may know is kept, whatever else the event may carry one day.
      samples: samples.map(({ id: sampleId, blindNumber }) => ({ id: sampleId, blindNumber })),
      reason,
      receivedAt: now,
      cause: `${event.source}:${event.id}`,
      holder: labId,
      concerned: [...new Set(acceptances.flatMap(({ concerned }) => concerned))],
      ...commissionCorrectionMachine.begin('monitoring-center.CorrectionProposed', overtaken ? 'LAPSED' : 'RECEIVED'),
    },
  });
  if (!overtaken) {
    await unit.openDuty({
      kind: 'AnswerCommissionCorrection',
      subjectType: 'CommissionCorrection',
      subjectId: id,
      partyId: labId,
      role: 'TECHNICIAN',
      dueAt: await unit.dueBy('AnswerCommissionCorrection'),
      concerned: correction.concerned,
    });
  }
  unit.emit({ kind: 'CommissionCorrectionReceived', subjectType: 'CommissionCorrection', subjectId: id, stamps: stampsOf(correction), receivers: {} });
  if (overtaken) tellCorrectionEnd(unit, correction);
};
