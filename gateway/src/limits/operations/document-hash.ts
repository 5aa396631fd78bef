import { createHash } from 'node:crypto';

/** The hash under which Apollo's persisted queries know a document: the SHA-256 of its text, in lower-case hexadecimal. */
export function documentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
