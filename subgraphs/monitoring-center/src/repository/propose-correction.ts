import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Json } from '@hub/kernel/log/event.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CorrectionProposal, Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import { correctionProposalMachine } from '../domain/correction-proposal-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What is proposed, and to whom. */
type Proposed = Pick<Prisma.CorrectionProposalUncheckedCreateInput, 'kind' | 'planId' | 'askedOf' | 'commissionId' | 'monitoringDataId' | 'seller' | 'reason' | 'holder'> & {
  readonly sampleIds: readonly string[];
  /** Whoever follows the plan, and the lab that is asked. */
  readonly concerned: readonly string[];
};

/** Writes a proposed correction down and tells whoever is asked, in whose subgraph it lies at a desk (协商更正, clause 4). @param told what it is told beside the proposal itself */
export async function proposeCorrection(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  cause: 'proposeCommissionWithdrawal' | 'proposeLabelCorrection' | 'proposeSellerCorrection',
  proposed: Proposed,
  told: { readonly [receiver in 'labs' | 'regulator']?: { readonly [name: string]: Json } },
): Promise<CorrectionProposal> {
  const { sampleIds, concerned, ...content } = proposed;
  const proposal = await unit.tx.correctionProposal.create({
    data: { ...content, sampleIds: [...sampleIds], concerned: [...concerned], proposed: { ...actRecord(unit) }, proposedAt: unit.now, ...correctionProposalMachine.begin(cause) },
  });
  const { id, kind, reason, holder: centerId, askedOf } = proposal;
  const receivers = Object.fromEntries(Object.entries(told).map(([receiver, more]) => [receiver, { id, kind, reason, centerId, askedOf, ...more }]));
  unit.emit({ kind: 'CorrectionProposed', subjectType: 'CorrectionProposal', subjectId: id, stamps: stampsOf(proposal), receivers });
  return proposal;
}
