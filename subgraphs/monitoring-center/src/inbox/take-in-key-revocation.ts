import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { reportReceiptMachine } from '../domain/report-receipt-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { tellReceipt } from '../repository/tell-receipt.js';

/** What a lab tells of a key that it revokes (3.3). */
interface SigningKeyRevoked {
  readonly keyId: string;
  readonly labId: string;
  readonly revokedAt: string;
  readonly reason: string;
}

const cause = 'labs.SigningKeyRevoked';

/**
 * A key is revoked: what it has signed and comes from now on is refused. What had come before stays, but for what came after the key was revoked and before
 * the centre heard of it.
 */
export const takeInKeyRevocation: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { tx } = unit;
  const { keyId: id, labId, revokedAt, reason } = event.payload as unknown as SigningKeyRevoked;
  const revoked = { revokedAt: new Date(revokedAt), revocationReason: reason };
  const known = await tx.labSigningKey.findUnique({ where: { id } });
  if (known && known.labId !== labId) {
    await keepUnmatchedEvent(unit, event, 'the key is known as another lab’s', log);
    return;
  }
  await tx.labSigningKey.upsert({ where: { id }, create: { id, labId, ...revoked }, update: revoked });
  const late = await tx.reportReceipt.findMany({ where: { signingKeyId: id, labId, state: 'RECEIVED', receivedAt: { gte: revoked.revokedAt } } });
  for (const receipt of late) {
    const refused = await tx.reportReceipt.update({ where: { id: receipt.id }, data: { refusalCode: 'REPORT_KEY_REVOKED', ...reportReceiptMachine.move(cause, receipt) } });
    tellReceipt(unit, refused);
  }
};
