import type { Locale } from '@hub/schema/errors/locale.js';
import { decodeCursor, encodeCursor } from '@hub/kernel/lists/cursor.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { HitPlace } from '../repository/search-index.js';

const type = 'SearchHit';

/** Where a hit stands, and whether it was found by words that had been mended; nothing that the hit does not tell itself. */
export function encodeHit({ score, day, id }: HitPlace, corrected: boolean): string {
  return encodeCursor(type, `${corrected ? '~' : '='}${score} ${day} ${id}`);
}

/** @throws GraphQLError CURSOR_INVALID */
export function decodeHit(cursor: string, locale: Locale): HitPlace & { readonly corrected: boolean } {
  const [, sign, score, day, id] = /^([~=])(\d{1,3}) (\d{4}-\d{2}-\d{2}) (.{1,500})$/.exec(decodeCursor(type, cursor, locale)) ?? [];
  if (!score || !day || !id || Number.isNaN(Date.parse(day))) throw codedError('CURSOR_INVALID', locale);
  return { score: Number(score), day, id, corrected: sign === '~' };
}
