import type { CodeListContent, CodeProperty } from '@hub/schema/code-lists/code-list.js';

/** A code as the registry keeps it, to be found and led to. */
export interface CodeRecord {
  readonly id: string;
  readonly listId: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly parentId: string | null;
  readonly successorIds: readonly string[];
  readonly properties: readonly CodeProperty[];
}

/** The records of a list. What leads to a code leads to its latest meaning. */
export function codeRecords({ id: listId, codes }: CodeListContent): CodeRecord[] {
  const idOf = (code: string, validFrom: string | null) => `${listId}/${code}${validFrom === null ? '' : `@${validFrom}`}`;
  const latest = new Map<string, string | null>();
  for (const { code, validFrom } of codes) {
    const before = latest.get(code);
    if (before === undefined || (validFrom ?? '') > (before ?? '')) latest.set(code, validFrom);
  }
  const leadingTo = (code: string) => idOf(code, latest.get(code) ?? null);
  return codes.map(({ code, zh, en, validFrom, validTo, parentCode, successorCodes, properties }) => ({
    ...{ id: idOf(code, validFrom), listId, code, zh, en, validFrom, validTo, properties },
    parentId: parentCode === null ? null : leadingTo(parentCode),
    successorIds: successorCodes.map(leadingTo),
  }));
}
