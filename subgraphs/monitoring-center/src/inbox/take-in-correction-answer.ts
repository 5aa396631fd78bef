import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { correctionProposalMachine } from '../domain/correction-proposal-machine.js';
import { carryOutCorrection } from '../repository/carry-out-correction.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { lockedProposal } from '../repository/locked-proposal.js';
import { lockForCorrection } from '../repository/lock-for-correction.js';

/** What a lab or a regulator tells of its answer to a proposed correction (clause 4). */
interface CorrectionAnswered {
  readonly correctionId: string;
  readonly partyId: string;
  readonly answer: 'AGREED' | 'REFUSED';
  readonly reason: string | null;
}

/** An answer to a proposed correction arrives: where both agree it is carried out at once, also where its withdrawal crossed the agreement (协商更正). */
export const takeInCorrectionAnswer =
  (cause: 'labs.CommissionCorrectionAnswered' | 'regulator.SellerCorrectionAnswered'): InboxHandler<MonitoringCenterTransaction> =>
  async (unit, event, log) => {
    const { correctionId, partyId, answer, reason } = event.payload as unknown as CorrectionAnswered;
    const { tx } = unit;
    await lockForCorrection(tx, correctionId, partyId);
    const before = await lockedProposal(tx, correctionId, partyId);
    if (before?.askedOf !== partyId || !correctionProposalMachine.leadsFrom(cause, before)) {
      await keepUnmatchedEvent(unit, event, before?.askedOf === partyId ? `the correction is ${before.state} already` : 'nothing like it was proposed to this party', log);
      return;
    }
    const proposal = await tx.correctionProposal.update({
      where: { id: correctionId },
      data: { ...correctionProposalMachine.move(cause, before, answer), answeredAt: unit.now, answerReason: reason, settled: true },
    });
    if (answer === 'AGREED') await carryOutCorrection(unit, proposal);
    unit.emit({
      kind: answer === 'AGREED' ? 'CorrectionAgreed' : 'CorrectionRefused',
      subjectType: 'CorrectionProposal',
      subjectId: correctionId,
      stamps: stampsOf(proposal),
      receivers: {},
    });
  };
