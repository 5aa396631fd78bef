import type { CodeEntry, CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import type { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import { Refusal } from '../refusals/refusal.js';
import { requireText } from './require-text.js';
import { requireValid } from './require-valid.js';

/** Against what a code is checked: the lists that this owner keeps, as of a time. */
export interface CodesAsOf {
  readonly codeLists: Pick<CodeListSnapshots, 'entriesOf'>;
  readonly now: Date;
}

/** The same with whole lists, where codes are found by what is told of them. */
export interface CodeListsAsOf extends CodesAsOf {
  readonly codeLists: Pick<CodeListSnapshots, 'entriesOf' | 'get'>;
}

/**
 * A code for a new record: in the version of its list that is published, or in the one that came with the hub where this owner has heard of none, and in force today. Records keep the code that
 * they have.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, CODE_RETIRED
 */
export function requireCode(field: string, value: string, list: CodeListContent, { codeLists, now }: CodesAsOf): string {
  const code = requireText(field, value, 60);
  const entries = codeLists.entriesOf(list.id, code) ?? list.codes.filter((entry) => entry.code === code);
  const problem = { en: `it is no code of the list ${list.id} (${list.en})`, 'zh-CN': `不是代码表 ${list.id}（${list.zh}）中的代码` };
  requireValid(entries.length > 0, field, problem, list.codes[0]?.code ?? '');
  const day = dayInShanghai(now);
  if (!entries.some((entry) => inForceOn(entry, day))) throw codeRetired(field, code, list.id, entries);
  return code;
}

/** That a code is not in force, with what took its place. */
export function codeRetired(field: string, code: string, list: string, entries: readonly Pick<CodeEntry, 'successorCodes'>[]): Refusal {
  const codes = [...new Set(entries.flatMap(({ successorCodes }) => successorCodes))];
  const successors = codes.length > 0 ? codes.join(', ') : { en: 'none is named', 'zh-CN': '未列出' };
  return new Refusal('CODE_RETIRED', { field, parameters: { code, list, successors } });
}
