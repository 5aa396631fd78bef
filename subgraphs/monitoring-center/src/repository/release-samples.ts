import type { MonitoringCenterTransaction } from './database.js';

/** The samples of a declined commission are registered again, and no longer concern the lab. */
export async function releaseSamples(tx: MonitoringCenterTransaction, commissionId: string, labId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE sample
    SET state = 'REGISTERED', commission_id = NULL, concerned = array_remove(concerned, ${labId}), revision = revision + 1
    WHERE commission_id = ${commissionId} AND state = 'COMMISSIONED'`;
}
