import type { MonitoringCenterTransaction } from './database.js';
import { lockedCommission } from './locked-commission.js';

/** What a lab's event names. */
export interface NamedSample {
  readonly commissionId: string;
  readonly sampleId: string;
  readonly labId: string;
}

/** A sample and the commission under way on it, if the lab has such; the commission held, before anything of its samples, as whoever withdraws it does. */
export async function sampleUnderWay(tx: MonitoringCenterTransaction, { commissionId, sampleId, labId }: NamedSample) {
  const commission = await lockedCommission(tx, commissionId, labId);
  const sample = await tx.sample.findUnique({ where: { id: sampleId } });
  return commission?.labId === labId && sample?.commissionId === commission.id ? { commission, sample } : null;
}
