import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Sees that no other sample of the centre bears a seal (封签号, 5.2.4 a). The number is held until the transaction ends: of two
 * that put it on at once, the second finds it.
 * @throws Refusal SEAL_IN_USE
 */
export async function requireSealFree(tx: MonitoringCenterTransaction, { id, holder }: Sample, sealNumber: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seal ${holder} ${sealNumber}`}, 0))`;
  const other = await tx.sample.findFirst({ where: { holder, sealNumber, id: { not: id } }, select: { number: true } });
  if (other) throw new Refusal('SEAL_IN_USE', { field: 'sealNumber', parameters: { seal: sealNumber, sample: other.number } });
}
