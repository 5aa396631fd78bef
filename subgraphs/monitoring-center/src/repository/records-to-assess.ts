import type { RiskInformation } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireClusterOpen } from '../domain/require-cluster-open.js';
import type { AssessRiskInformationInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** What an assessment is to rest on: one record, or all that a cluster holds now. */
export interface RecordsToAssess {
  readonly records: readonly RiskInformation[];
  readonly clusterId: string | null;
}

/**
 * The records of an assessment (5.1.2), admitted and held until the transaction ends.
 * @throws Refusal RECORD_OR_CLUSTER, NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT, CLUSTER_NOT_OPEN, VERSION_SUPERSEDED
 */
export async function recordsToAssess(
  scope: ActScope<MonitoringCenterTransaction>,
  { riskInformationId, clusterId, expectedRevision }: AssessRiskInformationInput,
): Promise<RecordsToAssess> {
  if (clusterId == null && riskInformationId != null) {
    return { records: [await oneRecord(scope, riskInformationId, expectedRevision)], clusterId: null };
  }
  if (clusterId != null && riskInformationId == null) return { records: await recordsOfCluster(scope, clusterId, expectedRevision), clusterId };
  throw new Refusal('RECORD_OR_CLUSTER', { field: clusterId == null ? 'riskInformationId' : 'clusterId' });
}

async function oneRecord({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, id: string, expectedRevision: number | null | undefined) {
  const field = 'riskInformationId';
  await unit.tx.$executeRaw`SELECT 1 FROM risk_information WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const record = admit(await unit.tx.riskInformation.findUnique({ where: { id } }), { type: 'RiskInformation', id, field, expectedRevision });
  if (record.supersededById !== null) {
    throw new Refusal('VERSION_SUPERSEDED', { field, parameters: { type: 'RiskInformation', version: record.version, by: record.supersededById } });
  }
  return record;
}

async function recordsOfCluster({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, id: string, expectedRevision: number | null | undefined) {
  const { tx } = unit;
  const field = 'clusterId';
  // The cluster first, as grouping and parting do: what is assessed is what it holds at one moment.
  await tx.$executeRaw`SELECT 1 FROM risk_cluster WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  requireClusterOpen(admit(await tx.riskCluster.findUnique({ where: { id } }), { type: 'RiskCluster', id, field, expectedRevision }), field);
  await tx.$executeRaw`SELECT 1 FROM risk_information WHERE cluster_id = ${id} ORDER BY id FOR UPDATE`;
  const records = await tx.riskInformation.findMany({ where: { clusterId: id }, orderBy: { id: 'asc' } });
  return records.map((record) => admit(record, { type: 'RiskInformation', id: record.id, field }));
}
