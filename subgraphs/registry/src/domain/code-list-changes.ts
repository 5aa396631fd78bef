import { isDeepStrictEqual } from 'node:util';
import type { CodeEntry, CodeListContent } from '@hub/schema/code-lists/code-list.js';

/**
 * What a version changes of a code list, by what it means for those who keep it: a code that there was not (CODE_ADDED); one that ends, or leads elsewhere once it has ended (CODE_ENDED); one that comes to
 * say something else, whether by its names, its place, its properties, its days, or by a second meaning (CODE_CHANGED).
 */
export interface CodeListChange {
  readonly kind: 'CODE_ADDED' | 'CODE_ENDED' | 'CODE_CHANGED';
  readonly code: string;
  /** As it is; null where there is no such meaning yet. */
  readonly before: CodeEntry | null;
  /** As it would be; null where the meaning is left out. */
  readonly after: CodeEntry | null;
}

/** The entries in which a version of a list differs from the one before it, in the order of the list (5.4.3 c). */
export function codeListChanges(before: Pick<CodeListContent, 'codes'>, after: Pick<CodeListContent, 'codes'>): readonly CodeListChange[] {
  const meaning = ({ code, validFrom }: CodeEntry) => `${code}@${validFrom ?? ''}`;
  const had = new Map(before.codes.map((entry) => [meaning(entry), entry]));
  const known = new Set(before.codes.map(({ code }) => code));
  const has = new Set(after.codes.map(meaning));
  const given = after.codes.flatMap((entry): CodeListChange[] => {
    const { code } = entry;
    const was = had.get(meaning(entry));
    if (!was) return [{ kind: known.has(code) ? 'CODE_CHANGED' : 'CODE_ADDED', code, before: null, after: entry }];
    if (isDeepStrictEqual(was, entry)) return [];
    return [{ kind: ends(was, entry) ? 'CODE_ENDED' : 'CODE_CHANGED', code, before: was, after: entry }];
  });
  const gone = before.codes.filter((entry) => !has.has(meaning(entry))).map((entry): CodeListChange => ({ kind: 'CODE_CHANGED', code: entry.code, before: entry, after: null }));
  return [...given, ...gone];
}

/** Whether a meaning only ends, or ends earlier, or leads elsewhere: one that ends later means something again. */
function ends(was: CodeEntry, entry: CodeEntry): boolean {
  const { validTo, successorCodes } = entry;
  if (validTo === null || (was.validTo !== null && validTo > was.validTo)) return false;
  return isDeepStrictEqual({ ...was, validTo, successorCodes }, entry);
}
