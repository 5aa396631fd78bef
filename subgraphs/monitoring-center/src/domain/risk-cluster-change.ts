import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { RiskClusterChangeKind } from '../generated/graphql.js';

/** One step in the life of a cluster, as its history keeps it (归并记录, 5.1.1). */
export interface RiskClusterChange {
  readonly kind: RiskClusterChangeKind;
  readonly riskInformationIds: readonly string[];
  readonly clusterIds: readonly string[];
  readonly reason: string | null;
  readonly done: ActRecord;
}

/** A cluster's history with one more step, as its column takes it. */
export function withChange(history: unknown, change: RiskClusterChange): object[] {
  return [...(history as object[]), change];
}
