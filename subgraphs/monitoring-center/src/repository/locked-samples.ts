import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Samples of a centre, held until the transaction ends: in one order, so that nobody waits in a circle, and nobody else's. */
export async function lockedSamples(tx: MonitoringCenterTransaction, ids: readonly string[], holder: string): Promise<Sample[]> {
  await tx.$executeRaw`SELECT 1 FROM sample WHERE id = ANY(${[...ids]}::text[]) AND holder = ${holder} ORDER BY id FOR UPDATE`;
  return tx.sample.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });
}
