import type { LabsTransaction } from './database.js';

/** Whether a lab has used a number for a report (报告编号, 3.3), however long ago. */
export async function isNumberUsed(tx: LabsTransaction, { holder, number }: { readonly holder: string; readonly number: string }): Promise<boolean> {
  return (await tx.inspectionReport.findFirst({ where: { holder, number }, select: { id: true } })) !== null;
}
