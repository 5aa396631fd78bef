import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { clusterLimit } from '../domain/cluster-limit.js';
import { withChange } from '../domain/risk-cluster-change.js';
import { riskClusterMachine } from '../domain/risk-cluster-machine.js';
import type { MergeRiskClustersInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keepTogether } from './keep-together.js';
import { lockClusters } from './lock-clusters.js';

/** Merges clusters into one that stays (合并, 5.1.1); the others keep what was done to them, and where they went. */
export async function mergeRiskClusters(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  input: MergeRiskClustersInput,
): Promise<ActResult> {
  const { tx } = unit;
  const ids = [...new Set(input.clusterIds)].sort();
  if (ids.length === 0 || ids.length > clusterLimit || ids.includes(input.intoId)) {
    throw new Refusal('CLUSTERS_TO_MERGE', { field: 'clusterIds', parameters: { limit: clusterLimit } });
  }
  await lockClusters(tx, caller.partyId);
  // In one order, so that two merges of the same clusters come one after the other.
  await tx.$executeRaw`SELECT 1 FROM risk_cluster WHERE id = ANY(${[...ids, input.intoId]}::text[]) AND holder = ${caller.partyId} ORDER BY id FOR UPDATE`;
  const rows = new Map((await tx.riskCluster.findMany({ where: { id: { in: [...ids, input.intoId] } } })).map((row) => [row.id, row]));
  const into = admit(rows.get(input.intoId) ?? null, { type: 'RiskCluster', id: input.intoId, field: 'intoId' });
  const merged = ids.map((id) => admit(rows.get(id) ?? null, { type: 'RiskCluster', id, field: 'clusterIds' }));
  const reason = requireText('reason', input.reason);
  const records = await tx.riskInformation.findMany({ where: { clusterId: { in: [...ids, into.id] } }, select: { id: true, clusterId: true }, orderBy: { id: 'asc' } });
  if (records.length > clusterLimit) {
    throw new Refusal('CLUSTER_SIZE', { field: 'clusterIds', parameters: { needed: 1, limit: clusterLimit, count: records.length } });
  }
  const moved = (from: readonly string[]) => records.filter(({ clusterId }) => clusterId !== null && from.includes(clusterId)).map(({ id }) => id);
  const done = actRecord(unit);
  for (const cluster of merged) {
    await tx.riskCluster.update({
      where: { id: cluster.id },
      data: {
        ...riskClusterMachine.move('mergeRiskClusters', cluster),
        mergedIntoId: into.id,
        history: withChange(cluster.history, { kind: 'MERGED', riskInformationIds: moved([cluster.id]), clusterIds: [into.id], reason, done }),
      },
    });
  }
  await tx.riskInformation.updateMany({ where: { clusterId: { in: ids } }, data: { clusterId: into.id } });
  await keepTogether(unit, into.id);
  const grown = await tx.riskCluster.update({
    where: { id: into.id },
    data: {
      history: withChange(into.history, { kind: 'MERGED', riskInformationIds: moved(ids), clusterIds: ids, reason, done }),
      revision: { increment: 1 },
    },
  });
  unit.emit({
    kind: 'RiskClustersMerged',
    subjectType: 'RiskCluster',
    subjectId: grown.id,
    stamps: stampsOf(grown),
    receivers: {},
  });
  return { valueId: grown.id };
}
