import type { MonitoringCenterTransaction } from './database.js';

/** Holds what belongs together at a centre until the transaction ends (归并, 5.1.1): analysts and comparison change it one after the other, so that no proposal rests on what was just parted. */
export async function lockClusters(tx: MonitoringCenterTransaction, centerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`clusters of ${centerId}`}, 0))`;
}
