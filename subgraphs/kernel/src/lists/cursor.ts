import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';

/** An opaque cursor: the type and id of a row, nothing of its content. */
export function encodeCursor(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** @throws GraphQLError CURSOR_INVALID for a cursor of another list or none of ours */
export function decodeCursor(type: string, cursor: string, locale: Locale): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const prefix = `${type}:`;
  if (!text.startsWith(prefix) || encodeCursor(type, text.slice(prefix.length)) !== cursor) {
    throw codedError('CURSOR_INVALID', locale);
  }
  return text.slice(prefix.length);
}
