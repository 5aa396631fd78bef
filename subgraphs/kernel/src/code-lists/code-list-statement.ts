import { canonicalJson } from '../hashing/canonical-json.js';

/** What a version of a code list is, besides its content, which the hash names. */
export interface CodeListStatement {
  readonly listId: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly contentHash: string;
}

/** What the registry signs of a version of a code list: JSON in one form only (RFC 8785). */
export function codeListStatement({ listId, version, publishedAt, contentHash }: CodeListStatement): string {
  return canonicalJson({ contentHash, listId, publishedAt: publishedAt.toISOString(), version });
}
