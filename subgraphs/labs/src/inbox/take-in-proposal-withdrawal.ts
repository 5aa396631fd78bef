import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { commissionCorrectionMachine } from '../domain/commission-correction-machine.js';
import type { LabsTransaction } from '../repository/database.js';
import { tellCorrectionEnd } from '../repository/tell-correction-end.js';

/** What the centre tells of a proposed correction that it takes back (撤回协商更正). */
interface CorrectionProposalWithdrawn {
  readonly id: string;
  readonly askedOf: string;
  readonly reason: string;
}

const cause = 'monitoring-center.CorrectionProposalWithdrawn';

/** A proposed correction is taken back: no answer is owed any more. One that the lab has answered stays answered, and counts at the centre too. */
export const takeInProposalWithdrawal: InboxHandler<LabsTransaction> = async (unit, event, log) => {
  const { id, askedOf: labId, reason: withdrawalReason } = event.payload as unknown as CorrectionProposalWithdrawn;
  const { tx } = unit;
  await tx.$queryRaw`SELECT id FROM commission_correction WHERE id = ${id} FOR UPDATE`;
  const received = await tx.commissionCorrection.findUnique({ where: { id } });
  if (received?.holder !== labId || !commissionCorrectionMachine.leadsFrom(cause, received)) {
    log.warn({ event: event.id, correction: id, state: received?.state }, 'a proposed correction was taken back that its lab has answered, or does not have');
    return;
  }
  const correction = await tx.commissionCorrection.update({ where: { id }, data: { ...commissionCorrectionMachine.move(cause, received), withdrawalReason } });
  await unit.dropDuties('AnswerCommissionCorrection', id);
  tellCorrectionEnd(unit, correction);
};
