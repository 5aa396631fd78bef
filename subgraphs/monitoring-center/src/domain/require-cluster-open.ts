import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** What is done to a cluster is done while it is open. @throws Refusal CLUSTER_NOT_OPEN */
export function requireClusterOpen<Cluster extends { readonly number: string; readonly state: string }>(cluster: Cluster, field: string): Cluster {
  if (cluster.state === 'OPEN') return cluster;
  throw new Refusal('CLUSTER_NOT_OPEN', { field, state: cluster.state, parameters: { number: cluster.number, state: cluster.state } });
}
