import { createHmac } from 'node:crypto';
import type { Mask } from '../terms/vocabulary.js';

/**
 * Masks a value. PARTIAL keeps the first and the last character of longer texts and tells nothing of the length;
 * HASH is HMAC-SHA-256 under the owner's key, so that short values cannot be tried out.
 */
export function applyMask(value: unknown, mask: Mask, key: string): unknown {
  if (value === null || value === undefined || mask === 'NULL') return null;
  const text = String(value);
  if (mask === 'HASH') return `hmac-sha-256:${createHmac('sha256', key).update(text).digest('hex').slice(0, 32)}`;
  const characters = [...text];
  if (characters.length <= 2) return '***';
  return `${characters[0]}***${characters.at(-1)}`;
}
