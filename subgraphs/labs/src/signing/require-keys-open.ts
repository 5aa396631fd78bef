import type { LabsDatabase } from '../repository/database.js';
import { latestKeptKey } from '../repository/latest-kept-key.js';
import { openKey } from './built-in-signer.js';

/**
 * Sees to it that the keys kept can be used.
 * @throws Error where they were kept under another MASK_KEY
 */
export async function requireKeysOpen(database: LabsDatabase, maskKey: string): Promise<void> {
  const latest = await latestKeptKey(database);
  if (latest === undefined) return;
  await openKey(maskKey, latest).catch((cause: unknown) => {
    throw new Error('The signing keys of the labs were kept under another MASK_KEY. Start with the MASK_KEY that was set when they were made.', { cause });
  });
}
