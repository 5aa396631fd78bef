import { join } from 'node:path';
import { keyFile, type KeyFile } from '@hub/kernel/identity/key-file.js';
import { publicHalf } from '@hub/kernel/identity/public-half.js';
import type { MonitoringCenterDatabase, MonitoringCenterTransaction } from './database.js';

type SecretKey = Awaited<ReturnType<KeyFile['key']>>;

/** The key with which the centres sign receipts of reports; kept apart from the database whose times it vouches for. */
export function receiptKey(dataDir: string): KeyFile {
  return keyFile(join(dataDir, 'receipt-key.json'));
}

/** Makes the key at the first start, and enters it among those that were ever used: another file is another key, and the old receipts stay verifiable. */
export async function prepareReceiptKey(database: MonitoringCenterDatabase, dataDir: string): Promise<void> {
  const file = receiptKey(dataDir);
  await file.create();
  await enterReceiptKey(database, await file.key(), new Date());
}

/** Enters a key among those that were ever used, unless it is there: at the start, and with each receipt, for the file may be exchanged while the service runs. */
export async function enterReceiptKey(tx: Pick<MonitoringCenterTransaction, 'receiptKey'>, key: SecretKey, firstUsedAt: Date): Promise<void> {
  await tx.receiptKey.createMany({ data: [{ id: key.kid ?? '', publicJwk: { ...publicHalf(key) }, firstUsedAt }], skipDuplicates: true });
}

/** The public halves of all keys with which receipts were signed, as a JSON Web Key Set (RFC 7517 §5). */
export async function receiptKeys(database: MonitoringCenterDatabase): Promise<{ keys: object[] }> {
  const rows = await database.receiptKey.findMany({ orderBy: [{ firstUsedAt: 'asc' }, { id: 'asc' }] });
  return { keys: rows.map(({ publicJwk }) => publicJwk as object) };
}
