import { Refusal } from '@hub/kernel/refusals/refusal.js';

interface GroupableRecord {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly supersededById: string | null;
  readonly clusterId: string | null;
}

/**
 * Current versions are grouped, each into one cluster (5.1.1).
 * @param clusterNumbers numbers of the clusters that records are in, by id
 * @throws Refusal VERSION_SUPERSEDED, RECORD_IN_CLUSTER
 */
export function requireGroupable(records: readonly GroupableRecord[], clusterNumbers: ReadonlyMap<string, string>): void {
  const field = 'riskInformationIds';
  for (const { number, version, supersededById, clusterId } of records) {
    if (supersededById !== null) throw new Refusal('VERSION_SUPERSEDED', { field, parameters: { type: 'RiskInformation', version, by: supersededById } });
    if (clusterId !== null) throw new Refusal('RECORD_IN_CLUSTER', { field, parameters: { number, cluster: clusterNumbers.get(clusterId) ?? clusterId } });
  }
}
