import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** How an item of an act names a sample at the lab. */
export interface ReceiptItem {
  readonly receiptId: string;
  readonly expectedRevision?: number | null | undefined;
}

/**
 * The receipt that an item names, admitted to the act and locked: whatever is done to a sample or to its reports is done one
 * after another.
 */
export async function admittedReceipt(
  { unit, caller, admit }: ActScope<LabsTransaction>,
  { receiptId, expectedRevision }: ReceiptItem,
): Promise<SampleReceipt> {
  await unit.tx.$queryRaw`SELECT id FROM sample_receipt WHERE id = ${receiptId} AND holder = ${caller.partyId} FOR UPDATE`;
  return admit(await unit.tx.sampleReceipt.findUnique({ where: { id: receiptId } }), {
    type: 'SampleReceipt',
    id: receiptId,
    field: 'receiptId',
    expectedRevision,
  });
}
