import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { correctionProposalMachine } from '../domain/correction-proposal-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { lockedProposal } from '../repository/locked-proposal.js';

/** What a lab or a regulator tells of a proposed correction that it will not answer any more (clause 4). */
interface CorrectionEnded {
  readonly correctionId: string;
  readonly partyId: string;
}

/** Nobody will answer a proposed correction: it was taken back before it was answered, or something has overtaken it. Its samples are held no longer. */
export const takeInCorrectionEnd =
  (cause: 'labs.CommissionCorrectionEnded' | 'regulator.SellerCorrectionEnded'): InboxHandler<MonitoringCenterTransaction> =>
  async (unit, event, log) => {
    const { correctionId, partyId } = event.payload as unknown as CorrectionEnded;
    const before = await lockedProposal(unit.tx, correctionId, partyId);
    if (before?.askedOf !== partyId || before.settled) {
      await keepUnmatchedEvent(unit, event, before?.askedOf === partyId ? `the correction is ${before.state} already` : 'nothing like it was proposed to this party', log);
      return;
    }
    const lapses = correctionProposalMachine.leadsFrom(cause, before);
    const proposal = await unit.tx.correctionProposal.update({ where: { id: correctionId }, data: { ...(lapses && correctionProposalMachine.move(cause, before)), settled: true } });
    unit.emit({ kind: 'CorrectionProposalSettled', subjectType: 'CorrectionProposal', subjectId: correctionId, stamps: stampsOf(proposal), receivers: {} });
  };
