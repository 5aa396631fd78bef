import { expect, it } from 'vitest';
import { mergeErrors } from './merge-errors.js';

const refused = (row: number, holders: readonly string[]) => ({
  message: 'Shop.listingsOnSale needs a grant.',
  path: ['shops', row, 'listingsOnSale'],
  extensions: {
    ...{ code: 'SHARING_NEEDS_GRANT', coordinate: 'Shop.listingsOnSale', holders },
    apply: { mutation: 'mutation', variables: { items: [{ fields: ['Shop.listingsOnSale'], holderIds: holders }] } },
  },
});

it('makes one of refusals at one position, at the first row, and names the holders of all, also where it says whom to apply to', () => {
  const both = { ...refused(0, ['platform-2', 'platform-1']), path: ['shops', 0, 'listingsOnSale'] };
  const later = refused(3, ['platform-1']);
  const first = refused(0, ['platform-2']);
  expect(mergeErrors([later, first])).toEqual([both]);
  expect(mergeErrors([first, later, refused(5, ['platform-2'])])).toEqual([both]);
  expect(later).toEqual(refused(3, ['platform-1']));
});

it('keeps what names no holder as it is', () => {
  const [here, there] = [0, 2].map((row) => ({ path: ['a', row, 'b'], extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'A.b' } }));
  expect(mergeErrors([there!, here!])).toEqual([here]);
});

it('tells once of each owner that it does not answer, or is out of step, however many parts that leaves out, and once that nobody knows the caller or that time is over', () => {
  const of = (code: string, owner?: string) => ({ path: ['a', 'b'], extensions: { code, ...(owner && { owner }) } });
  const told = ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_OUT_OF_STEP'].flatMap((code) => [of(code, 'labs'), of(code, 'exchange')]);
  expect(mergeErrors([...told, ...structuredClone(told)])).toEqual(told);
  for (const code of ['UNAUTHENTICATED', 'LIMIT_TIME_MS']) expect(mergeErrors([of(code, 'labs'), of(code, 'exchange')])).toEqual([of(code, 'labs')]);
  expect(mergeErrors([of('ANOTHER', 'labs'), of('ANOTHER', 'labs')])).toHaveLength(2);
});
