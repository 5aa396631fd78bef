import type { Preservation } from '../preservation/preservation.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { FileEntries } from './file-entries.js';
import { enterStoredFile, hashesNotStored, storedBytes } from './stored-files.js';

/** Files of evidence (证据文件), each on record from when it came. */
export function storedFileEntries(database: Transaction, preservation: Preservation): FileEntries {
  return {
    has: async (partyId, hash) => (await hashesNotStored(database, partyId, [hash])).length === 0,
    enter: (hashes, entry) => enterStoredFile(database, hashes, entry, preservation),
    bytesOf: (partyId) => storedBytes(database, partyId),
  };
}
