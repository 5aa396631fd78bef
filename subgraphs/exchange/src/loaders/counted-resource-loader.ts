import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { countedRows } from '@hub/schema/policy/decision/counted-rows.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import DataLoader from 'dataloader';
import type { CountedHolding } from '../repository/count-resources.js';
import type { Repositories } from '../repository/repositories.js';
import { uncountedTypes } from '../repository/uncounted-types.js';

/** What a caller may know of the numbers of a type, by its key's terms: one statement per operation; undefined where it may know none. */
export function countedResourceLoader(caller: Caller, { countResources }: Repositories): DataLoader<string, readonly CountedHolding[] | undefined> {
  return new DataLoader(async (types) => {
    const counted = new Map(types.map((type) => [type, rowsOf(type)]));
    const of = (rows: string) => types.filter((type) => counted.get(type) === rows);
    const found = await countResources({ all: of('ALL'), own: of('OWN'), partyId: caller.partyId });
    return types.map((type) => (counted.get(type) === 'NONE' ? undefined : found.filter((each) => each.type === type)));
  });

  function rowsOf(type: string): 'ALL' | 'OWN' | 'NONE' {
    const terms = keyTerms.get(type);
    return terms && !uncountedTypes.has(type) ? countedRows(terms, caller) : 'NONE';
  }
}
