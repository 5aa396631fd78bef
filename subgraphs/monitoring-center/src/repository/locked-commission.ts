import type { InspectionCommission } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A commission of a centre or a lab, held until the transaction ends: of an answer that arrives and a withdrawal at once, the second finds what the first has made of it. */
export async function lockedCommission(tx: MonitoringCenterTransaction, id: string, party: string): Promise<InspectionCommission | null> {
  await tx.$executeRaw`SELECT 1 FROM inspection_commission WHERE id = ${id} AND (holder = ${party} OR lab_id = ${party}) FOR UPDATE`;
  return tx.inspectionCommission.findUnique({ where: { id } });
}
