import { createHash } from 'node:crypto';

/** Names a content: sha-256:… over its UTF-8. */
export function contentHash(text: string): string {
  return `sha-256:${createHash('sha256').update(text).digest('hex')}`;
}
