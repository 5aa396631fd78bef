import type { DaysAsked, SearchIndex, SliceAsked } from '../repository/search-index.js';
import type { SearchCondition } from './search-condition.js';
import { slicesBetween, writtenFor } from './slices.js';

/** What is looked for in each of the slices of the index that lie between these days, the latest first; nothing where it can be found in none. */
export async function slicesAsked(index: SearchIndex, { found, telling, counted }: SearchCondition, { from, until }: DaysAsked): Promise<SliceAsked[]> {
  const latest = typeof found === 'string' ? await index.latestDay() : null;
  if (latest === null) return [];
  return slicesBetween(from, until !== null && until < latest ? until : latest).flatMap((slice) => {
    const query = writtenFor(slice, found);
    return query === null
      ? []
      : [
          {
            query,
            telling: telling.map(({ name, short }) => ({ name: writtenFor(slice, name), short: writtenFor(slice, short) })),
            counted: counted.map(({ codes, readable }) => ({ codes, readable: writtenFor(slice, readable) })),
          },
        ];
  });
}
