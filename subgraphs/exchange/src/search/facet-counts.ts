import { searchedTypes } from '../domain/searched-types.js';
import type { ValueCount } from '../repository/search-index.js';
import { facets, searchedFields, type Facet } from './searched-fields.js';

interface Counted {
  readonly value: string;
  readonly count: number;
}

/** How many of the records that were found have which value, by what they are counted by. */
export type FacetCounts = Readonly<Record<Facet | 'type', readonly Counted[]>> & { readonly capped: boolean };

/** Values of each that are told. */
const most = 20;

/** Counts by the codes of fields summed up to counts by facets, the most frequent first. */
export function facetCounts(counts: readonly ValueCount[], capped: boolean): FacetCounts {
  const typeNames = new Map<string, string>(Object.entries(searchedTypes).map(([name, type]) => [type, name]));
  const byFacet = (facet: Facet): Counted[] => {
    const codes = new Set(searchedFields.filter((field) => field.facet === facet).map(({ code }) => code));
    return best(counts.filter(({ code }) => codes.has(code)));
  };
  const type = best(counts.filter(({ code }) => code === 'type').map((each) => ({ ...each, value: typeNames.get(each.value) ?? each.value })));
  return { ...(Object.fromEntries(facets.map((facet) => [facet, byFacet(facet)])) as Record<Facet, Counted[]>), type, capped };
}

function best(counts: readonly Counted[]): Counted[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return Array.from(sums, ([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
