import type { RiskCluster, RiskInformation } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { clusterLimit } from '../domain/cluster-limit.js';
import { requireClusterOpen } from '../domain/require-cluster-open.js';
import { requireGroupable } from '../domain/require-groupable.js';
import { withChange, type RiskClusterChange } from '../domain/risk-cluster-change.js';
import { riskClusterMachine } from '../domain/risk-cluster-machine.js';
import { wantedGrouping, type WantedGrouping } from '../domain/wanted-grouping.js';
import type { GroupRiskInformationInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keepTogether } from './keep-together.js';
import { lockClusters } from './lock-clusters.js';

/** Groups records of one product and hazard into a new cluster, or into an open one (归并, 5.1.1). */
export async function groupRiskInformation(
  scope: ActScope<MonitoringCenterTransaction>,
  input: GroupRiskInformationInput,
): Promise<ActResult> {
  const { unit, caller, admit } = scope;
  const { tx } = unit;
  const wanted = wantedGrouping(input);
  const ids = [...wanted.recordIds];
  await lockClusters(tx, caller.partyId);
  const cluster = wanted.clusterId === null ? null : await openCluster(scope, wanted.clusterId, input.expectedRevision);
  // In one order, so that two groupings of the same records come one after the other.
  await tx.$executeRaw`SELECT 1 FROM risk_information WHERE id = ANY(${ids}::text[]) AND holder = ${caller.partyId} ORDER BY id FOR UPDATE`;
  const rows = new Map((await tx.riskInformation.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]));
  const records = ids.map((id) => admit(rows.get(id) ?? null, { type: 'RiskInformation', id, field: 'riskInformationIds' }));
  requireGroupable(records, await numbersOfClusters(tx, records));
  const change: RiskClusterChange = { kind: 'GROUPED', riskInformationIds: ids, clusterIds: [], reason: wanted.reason, done: actRecord(unit) };
  const grouped = cluster ? await grown(scope, cluster, change) : await begun(scope, records, wanted, change);
  await tx.riskInformation.updateMany({ where: { id: { in: ids } }, data: { clusterId: grouped.id } });
  await keepTogether(unit, grouped.id);
  unit.emit({
    kind: 'RiskInformationGrouped',
    subjectType: 'RiskCluster',
    subjectId: grouped.id,
    stamps: stampsOf(grouped),
    receivers: {},
  });
  return { valueId: grouped.id };
}

/** The numbers of the clusters that records are in: users know clusters by them. */
async function numbersOfClusters(tx: MonitoringCenterTransaction, records: readonly RiskInformation[]): Promise<ReadonlyMap<string, string>> {
  const ids = records.flatMap(({ clusterId }) => clusterId ?? []);
  if (ids.length === 0) return new Map();
  const clusters = await tx.riskCluster.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  return new Map(clusters.map(({ id, number }) => [id, number]));
}

async function openCluster({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, id: string, expectedRevision: number | null | undefined) {
  await unit.tx.$executeRaw`SELECT 1 FROM risk_cluster WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const cluster = await unit.tx.riskCluster.findUnique({ where: { id } });
  return requireClusterOpen(admit(cluster, { type: 'RiskCluster', id, field: 'clusterId', expectedRevision }), 'clusterId');
}

/** A new cluster, called as is wanted, or after its first record. */
async function begun(
  { unit, caller }: ActScope<MonitoringCenterTransaction>,
  [first]: readonly RiskInformation[],
  wanted: WantedGrouping,
  change: RiskClusterChange,
): Promise<RiskCluster> {
  const productName = wanted.productName ?? first?.productName ?? '';
  const hazardItem = wanted.hazardItem ?? first?.hazardItem ?? '';
  return unit.tx.riskCluster.create({
    data: {
      number: await takeNumber(unit.tx, 'RISK_CLUSTER', { holder: caller.partyId, at: unit.now }),
      title: wanted.title ?? `${productName} · ${hazardItem}`,
      productName,
      hazardItem,
      history: withChange([], change),
      openedAt: unit.now,
      holder: caller.partyId,
      concerned: [],
      ...riskClusterMachine.begin('groupRiskInformation'),
    },
  });
}

async function grown({ unit }: ActScope<MonitoringCenterTransaction>, cluster: RiskCluster, change: RiskClusterChange): Promise<RiskCluster> {
  const count = change.riskInformationIds.length + (await unit.tx.riskInformation.count({ where: { clusterId: cluster.id } }));
  if (count > clusterLimit) throw new Refusal('CLUSTER_SIZE', { field: 'riskInformationIds', parameters: { needed: 1, limit: clusterLimit, count } });
  return unit.tx.riskCluster.update({
    where: { id: cluster.id },
    data: { history: withChange(cluster.history, change), revision: { increment: 1 } },
  });
}
