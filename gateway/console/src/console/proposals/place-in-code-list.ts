import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import type { useWords } from '../words/in-words';

interface PlaceNames {
  readonly words: ReturnType<typeof useWords>['words'];
  readonly nameOf: (listId: string) => string;
}

/** What of which code of a proposed list a refusal points at, as the page calls it; undefined where it points elsewhere. @param field such as `codeLists.0.codes.66.zh` */
export function placeInCodeList(field: string | undefined, codeLists: readonly { readonly listId: string; readonly codes: readonly CodeEntry[] }[], { words, nameOf }: PlaceNames): string | undefined {
  const [, list = '', code = '', part = ''] = /^codeLists\.(\d+)\.codes\.(\d+)(?:\.(\w+))?/.exec(field ?? '') ?? [];
  const { listId, codes = [] } = codeLists[Number(list)] ?? {};
  const entry = codes[Number(code)];
  if (list === '' || listId === undefined || entry === undefined) return undefined;
  const { codeLists: t, proposals: { nameZh, nameEn, validFrom, validTo, successors } } = words;
  const parts: Readonly<Record<string, string>> = { code: t.code, zh: nameZh, en: nameEn, validFrom, validTo, successorCodes: successors, parentCode: t.parent };
  return [nameOf(listId), entry.code, parts[part] ?? ''].filter(Boolean).join(' · ');
}
