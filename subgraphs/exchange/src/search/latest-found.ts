import type { FoundEntry, SearchIndex } from '../repository/search-index.js';
import type { SearchCondition } from './search-condition.js';
import { slicesBetween, writtenFor } from './slices.js';

/** What is found, the latest first, up to one more than is counted: in the slices of the index that lie between these days. */
export async function latestFound(index: SearchIndex, { found, telling }: SearchCondition, { from, until }: { readonly from: string | null; readonly until: string | null }): Promise<FoundEntry[]> {
  const latest = typeof found === 'string' ? await index.latestDay() : null;
  if (latest === null) return [];
  const slices = slicesBetween(from, until !== null && until < latest ? until : latest);
  return index.found(
    slices.flatMap((slice) => {
      const query = writtenFor(slice, found);
      return query === null ? [] : [{ slice, query, telling: telling.map(({ name, short }) => ({ name: writtenFor(slice, name), short: writtenFor(slice, short) })) }];
    }),
    { from, until },
  );
}
