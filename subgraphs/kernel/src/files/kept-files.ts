import type { Readable } from 'node:stream';
import type { ByteRange } from './byte-range.js';

/** Where whole files lie, named by party and SHA-256: a folder, or a bucket. What lies there is never changed. */
export interface KeptFiles {
  /** Takes in a whole, verified file; what is there under its name already is the same. It is there after this, whatever happens. */
  place(path: string, partyId: string, hash: string): Promise<void>;
  /**
   * All of it, or a part.
   * @throws Error where it is not there, though it should be
   */
  open(partyId: string, hash: string, range?: ByteRange): Promise<Readable>;
  close(): void;
}

/** The name of a file below the place where files lie: party, algorithm, two digits so that no folder holds all, value. */
export function keptName(partyId: string, hash: string): string {
  const [algorithm = '', value = ''] = hash.split(':');
  return [encodeURIComponent(partyId), algorithm, value.slice(0, 2), value].join('/');
}
