import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * A report whose key turns out to have been revoked before it came counts no more: nothing is compiled from it, nor fed back. Reports from before there were receipts have none.
 *
 * @throws Refusal REPORT_KEY_REVOKED
 */
export async function requireNotRefused(tx: MonitoringCenterTransaction, reportId: string, field: string): Promise<void> {
  const receipt = await tx.reportReceipt.findUnique({ where: { id: reportId } });
  if (receipt?.state === 'REFUSED') throw new Refusal('REPORT_KEY_REVOKED', { field, parameters: { number: receipt.number, key: receipt.signingKeyId } });
}
