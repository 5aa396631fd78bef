import { join } from 'node:path';
import { keyFile, type KeyFile } from '@hub/kernel/identity/key-file.js';
import type { MonitoringCenterDatabase } from './database.js';

/** The key with which the centres sign receipts of reports; kept apart from the database whose times it vouches for. */
export function receiptKey(dataDir: string): KeyFile {
  return keyFile(join(dataDir, 'receipt-key.json'));
}

/** Makes the key at the first start, and enters it among those that were ever used: another file is another key, and the old receipts stay verifiable. */
export async function prepareReceiptKey(database: MonitoringCenterDatabase, dataDir: string): Promise<void> {
  const file = receiptKey(dataDir);
  await file.create();
  for (const jwk of (await file.jwks()).keys) {
    await database.receiptKey.createMany({ data: [{ id: jwk.kid ?? '', publicJwk: { ...jwk }, firstUsedAt: new Date() }], skipDuplicates: true });
  }
}

/** The public halves of all keys with which receipts were signed, as a JSON Web Key Set (RFC 7517 §5). */
export async function receiptKeys(database: MonitoringCenterDatabase): Promise<{ keys: object[] }> {
  const rows = await database.receiptKey.findMany({ orderBy: [{ firstUsedAt: 'asc' }, { id: 'asc' }] });
  return { keys: rows.map(({ publicJwk }) => publicJwk as object) };
}
