import { regionCodes } from '@hub/schema/code-lists/region-codes.js';
import { isAbolished, regionListId } from '@hub/schema/code-lists/region-list.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import { codeRetired, type CodesAsOf } from './require-code.js';
import { requireValid } from './require-valid.js';

/**
 * A region code of GB/T 2260 for a new record: by a code that never was, or is no more, no regulator would find the row. It is looked up in the version that is published, and in the list that came with the
 * hub, abolished ones among it, where this owner has heard of none. Records keep the code that they have.
 * @throws Refusal VALUE_INVALID, CODE_RETIRED
 */
export function requireRegionCode(field: string, code: string, { codeLists, now }: CodesAsOf): string {
  const entries = codeLists.entriesOf(regionListId, code);
  requireValid(
    entries ? entries.length > 0 : regionCodes.has(code),
    field,
    { en: 'there is and was no such region code (GB/T 2260)', 'zh-CN': '没有这一行政区划代码（GB/T 2260），历史代码中也没有' },
    '330105',
  );
  const day = dayInShanghai(now);
  const inForce = entries?.some((entry) => (entry.validFrom ?? '') <= day && !isAbolished(entry, day)) ?? true;
  if (!inForce) throw codeRetired(field, code, regionListId, entries ?? []);
  return code;
}
