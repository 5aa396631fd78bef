import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { clusterLimit } from '../domain/cluster-limit.js';
import { withChange } from '../domain/risk-cluster-change.js';
import { riskClusterMachine } from '../domain/risk-cluster-machine.js';
import type { PartRiskInformationInput } from '../generated/graphql.js';
import { compareAgain } from './compare-again.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keepApart } from './keep-apart.js';
import { lockClusters } from './lock-clusters.js';

/** Takes records out of a cluster (拆分, 5.1.1). One record alone is no cluster: then the last one is free too. */
export async function partRiskInformation(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  input: PartRiskInformationInput,
): Promise<ActResult> {
  const { tx } = unit;
  await lockClusters(tx, caller.partyId);
  await tx.$executeRaw`SELECT 1 FROM risk_cluster WHERE id = ${input.clusterId} AND holder = ${caller.partyId} FOR UPDATE`;
  const cluster = admit(await tx.riskCluster.findUnique({ where: { id: input.clusterId } }), {
    type: 'RiskCluster',
    id: input.clusterId,
    field: 'clusterId',
    expectedRevision: input.expectedRevision,
  });
  const reason = requireText('reason', input.reason);
  const ids = [...new Set(input.riskInformationIds)].sort();
  if (ids.length === 0 || ids.length > clusterLimit) {
    throw new Refusal('CLUSTER_SIZE', { field: 'riskInformationIds', parameters: { needed: 1, limit: clusterLimit, count: ids.length } });
  }
  const inside = new Map((await tx.riskInformation.findMany({ where: { clusterId: cluster.id }, select: { id: true, document: true } })).map(({ id, document }) => [id, document]));
  const outside = ids.find((id) => !inside.has(id));
  if (outside !== undefined) throw new Refusal('RECORD_NOT_IN_CLUSTER', { field: 'riskInformationIds', parameters: { id: outside, number: cluster.number } });
  const dissolved = inside.size - ids.length < 2;
  const parted = dissolved ? [...inside.keys()].sort() : ids;
  await tx.riskInformation.updateMany({ where: { id: { in: parted } }, data: { clusterId: null } });
  const documentsOf = (chosen: (id: string) => boolean) => [...inside].filter(([id]) => chosen(id)).map(([, document]) => document);
  await keepApart(unit, documentsOf((id) => ids.includes(id)), documentsOf((id) => !ids.includes(id)));
  // What came out together may belong together all the same.
  await compareAgain(tx, caller.partyId, parted);
  const left = await tx.riskCluster.update({
    where: { id: cluster.id },
    data: {
      ...riskClusterMachine.move('partRiskInformation', cluster, dissolved ? 'DISSOLVED' : 'OPEN'),
      history: withChange(cluster.history, { kind: 'PARTED', riskInformationIds: parted, clusterIds: [], reason, done: actRecord(unit) }),
    },
  });
  unit.emit({
    kind: 'RiskInformationParted',
    subjectType: 'RiskCluster',
    subjectId: left.id,
    stamps: stampsOf(left),
    receivers: {},
  });
  return { valueId: left.id };
}
