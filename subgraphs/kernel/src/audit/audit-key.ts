import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { keyFile, type KeyFile } from '../identity/key-file.js';

/** The key under which the audit logs of this folder's owners are sealed; kept apart from the databases that it guards. */
export function auditKey(dataDir: string): KeyFile {
  return keyFile(join(dataDir, 'audit-key.json'));
}

/** What makes the codes of entries that are not sealed yet: known to the hub's processes and to nobody who has but the database. */
export class ArrivalCodes {
  readonly #secret: Buffer;

  constructor(key: JWK, owner: string) {
    this.#secret = createHmac('sha256', String(key.d)).update(`audit arrivals of ${owner}`).digest();
  }

  codeOf(entry: string): string {
    return createHmac('sha256', this.#secret).update(entry).digest('base64url');
  }
}
