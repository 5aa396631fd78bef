import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { correctionProposalMachine } from '../domain/correction-proposal-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A commission that is reported on is not withdrawn any more: what was proposed to its lab has lapsed (协商更正失效, clause 4). The lab knows it by itself. */
export async function lapseWithdrawal(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  commissionId: string,
  cause: 'labs.InspectionReportIssued' | 'labs.InspectionFailed',
): Promise<void> {
  await unit.tx.$executeRaw`SELECT 1 FROM correction_proposal WHERE commission_id = ${commissionId} ORDER BY id FOR UPDATE`;
  for (const open of await unit.tx.correctionProposal.findMany({ where: { commissionId, state: 'PROPOSED' } })) {
    const lapsed = await unit.tx.correctionProposal.update({ where: { id: open.id }, data: correctionProposalMachine.move(cause, open) });
    unit.emit({ kind: 'CorrectionProposalLapsed', subjectType: 'CorrectionProposal', subjectId: lapsed.id, stamps: stampsOf(lapsed), receivers: {} });
  }
}
