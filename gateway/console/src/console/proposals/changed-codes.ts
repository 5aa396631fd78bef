import { codeEntriesAsText } from '@hub/schema/code-lists/code-entries-as-text.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { meaningOf } from './meaning-of';

/** The entries in which a next version of a list differs, as they are and as they would be, in the form in which a proposal shows them; undefined where nothing differs. */
export function changedCodes(listId: string, before: readonly CodeEntry[], after: readonly CodeEntry[]): { readonly before: string; readonly after: string } | undefined {
  const [had, has] = [writtenByMeaning(before), writtenByMeaning(after)];
  const differing = (entries: readonly CodeEntry[]) => entries.filter((entry) => had.get(meaningOf(entry)) !== has.get(meaningOf(entry)));
  const [was, would] = [differing(before), differing(after)];
  return was.length + would.length === 0 ? undefined : { before: codeEntriesAsText(listId, was), after: codeEntriesAsText(listId, would) };
}

function writtenByMeaning(entries: readonly CodeEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => [meaningOf(entry), written(entry)]));
}

/** All that is told of a code, whatever order a file has it in. */
function written({ code, zh, en, validFrom, validTo, parentCode, successorCodes, properties }: CodeEntry): string {
  return JSON.stringify([code, zh, en, validFrom, validTo, parentCode, successorCodes, properties.map(({ name, values }) => [name, values])]);
}
