import type { MonitoringPlan } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A plan of a regulator, held to the commit: its parts are counted one after the other. Nobody waits for another’s. */
export async function lockedPlan(tx: RegulatorTransaction, id: string, holder: string): Promise<MonitoringPlan | null> {
  await tx.$queryRaw`SELECT id FROM monitoring_plan WHERE id = ${id} AND holder = ${holder} FOR UPDATE`;
  return tx.monitoringPlan.findUnique({ where: { id } });
}
