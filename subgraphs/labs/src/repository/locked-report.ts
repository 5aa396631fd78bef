import type { InspectionReport } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** A report of a lab, for a change: its receipt is locked before it is read, because reports change under that lock. Null where the lab has none of that id. */
export async function lockedReport(tx: LabsTransaction, { reportId, labId }: { readonly reportId: string; readonly labId: string }): Promise<InspectionReport | null> {
  await tx.$queryRaw`
    SELECT id FROM sample_receipt
    WHERE id = (SELECT receipt_id FROM inspection_report WHERE id = ${reportId} AND holder = ${labId}) FOR UPDATE`;
  return tx.inspectionReport.findUnique({ where: { id: reportId, holder: labId } });
}
