import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { clusterProposalMachine } from '../domain/cluster-proposal-machine.js';
import type { DeclineClusterProposalInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keepApart } from './keep-apart.js';
import { lockClusters } from './lock-clusters.js';

/** Keeps the two records of a proposal apart, for good (否定归并建议, 5.1.1). */
export async function declineClusterProposal(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  { clusterProposalId: id, expectedRevision, reason }: DeclineClusterProposalInput,
): Promise<ActResult> {
  const { tx } = unit;
  await lockClusters(tx, caller.partyId);
  const proposal = admit(await tx.clusterProposal.findUnique({ where: { id } }), { type: 'ClusterProposal', id, field: 'clusterProposalId', expectedRevision });
  const declined = await tx.clusterProposal.update({
    where: { id },
    data: { ...clusterProposalMachine.move('declineClusterProposal', proposal), decided: { ...actRecord(unit) }, decisionReason: requireText('reason', reason) },
  });
  unit.emit({ kind: 'ClusterProposalDeclined', subjectType: 'ClusterProposal', subjectId: id, stamps: stampsOf(declined), receivers: {} });
  await keepApart(unit, [proposal.one], [proposal.other]);
  return { valueId: id };
}
