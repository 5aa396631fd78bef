import { join } from 'node:path';
import { keyFile, type KeyFile } from '../identity/key-file.js';

/** The key under which the logs of this folder's owners are sealed, the audit log and that of preserved files; kept apart from the databases that it guards. */
export function auditKey(dataDir: string): KeyFile {
  return keyFile(join(dataDir, 'audit-key.json'));
}
