import { createHmac } from 'node:crypto';
import type { JWK } from 'jose';
import type { SealedLog } from './sealed-log.js';

/** What makes the codes of entries that are not sealed yet: known to the hub's processes and to nobody who has but the database. */
export class ArrivalCodes {
  readonly #secret: Buffer;

  constructor(key: JWK, { name }: SealedLog, owner: string) {
    this.#secret = createHmac('sha256', String(key.d)).update(`${name} arrivals of ${owner}`).digest();
  }

  codeOf(entry: string): string {
    return createHmac('sha256', this.#secret).update(entry).digest('base64url');
  }
}
