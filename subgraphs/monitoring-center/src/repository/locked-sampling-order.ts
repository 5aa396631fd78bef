import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A sampling order, held until the transaction ends: who buys the last batch and who cancels it come one after the other. Of an act its holder’s alone: nobody waits for another’s. */
export async function lockedSamplingOrder(tx: MonitoringCenterTransaction, id: string, holder: string | null): Promise<SamplingOrder | null> {
  await tx.$executeRaw`SELECT 1 FROM sampling_order WHERE id = ${id} AND (${holder}::text IS NULL OR holder = ${holder}) FOR UPDATE`;
  return tx.samplingOrder.findUnique({ where: { id } });
}
