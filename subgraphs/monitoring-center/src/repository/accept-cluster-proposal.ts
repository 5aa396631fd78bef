import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { clusterProposalMachine } from '../domain/cluster-proposal-machine.js';
import type { LikenessReason } from '../domain/likeness.js';
import type { AcceptClusterProposalInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { groupRiskInformation } from './group-risk-information.js';
import { lockClusters } from './lock-clusters.js';
import { mergeRiskClusters } from './merge-risk-clusters.js';

/** Groups the two records of a proposal as an analyst would by hand (采纳归并建议, 5.1.1): into a new cluster, into that of one of them, or their clusters into the older one. */
export async function acceptClusterProposal(
  scope: ActScope<MonitoringCenterTransaction>,
  { clusterProposalId: id, expectedRevision, reason: given, idempotencyKey }: AcceptClusterProposalInput,
): Promise<ActResult> {
  const { unit, caller, admit } = scope;
  const { tx } = unit;
  await lockClusters(tx, caller.partyId);
  const proposal = admit(await tx.clusterProposal.findUnique({ where: { id } }), { type: 'ClusterProposal', id, field: 'clusterProposalId', expectedRevision });
  const decisionReason = optionalText('reason', given);
  const reason = decisionReason ?? inWords(proposal.reasons as unknown as readonly LikenessReason[]);
  const accepted = await tx.clusterProposal.update({
    where: { id },
    data: { ...clusterProposalMachine.move('acceptClusterProposal', proposal), decided: { ...actRecord(unit) }, decisionReason },
  });
  unit.emit({ kind: 'ClusterProposalAccepted', subjectType: 'ClusterProposal', subjectId: id, stamps: stampsOf(accepted), receivers: {} });
  const records = await tx.riskInformation.findMany({ where: { document: { in: [proposal.one, proposal.other] }, supersededById: null } });
  const free = records.filter(({ clusterId }) => clusterId === null).map((record) => record.id);
  const [into, merged] = records.flatMap(({ clusterId }) => clusterId ?? []).sort();
  if (into !== undefined && merged !== undefined) await mergeRiskClusters(scope, { idempotencyKey, intoId: into, clusterIds: [merged], reason });
  else await groupRiskInformation(scope, { idempotencyKey, riskInformationIds: free, clusterId: into ?? null, reason });
  return { valueId: id };
}

/** What spoke for a proposal, as the reason for which its records were grouped. */
function inWords(reasons: readonly LikenessReason[]): string {
  return reasons.map(({ kind, evidence }) => `${kind}: ${evidence.join(' ')}`).join('; ');
}
