import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { sellerCorrectionMachine } from '../domain/seller-correction-machine.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { lockedSellerCorrection } from '../repository/locked-seller-correction.js';
import { tellCorrectionEnd } from '../repository/tell-correction-end.js';

/** What the centre tells of a proposed correction that it takes back (撤回协商更正). */
interface CorrectionProposalWithdrawn {
  readonly id: string;
  readonly askedOf: string;
  readonly reason: string;
}

const cause = 'monitoring-center.CorrectionProposalWithdrawn';

/** A proposed correction is taken back: no answer is owed any more. One that the regulator has answered stays answered, and counts at the centre too. */
export const takeInProposalWithdrawal: InboxHandler<RegulatorTransaction> = async (unit, event, log) => {
  const { id, askedOf, reason: withdrawalReason } = event.payload as unknown as CorrectionProposalWithdrawn;
  const received = await lockedSellerCorrection(unit.tx, id, askedOf);
  if (received?.holder !== askedOf || !sellerCorrectionMachine.leadsFrom(cause, received)) {
    log.warn({ event: event.id, correction: id, state: received?.state }, 'a proposed correction was taken back that its regulator has answered, or does not have');
    return;
  }
  const correction = await unit.tx.sellerCorrection.update({ where: { id }, data: { ...sellerCorrectionMachine.move(cause, received), withdrawalReason } });
  await unit.dropDuties('AnswerSellerCorrection', id);
  tellCorrectionEnd(unit, correction);
};
