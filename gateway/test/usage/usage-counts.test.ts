import { expect, it } from 'vitest';
import type { KnownOperation } from '../../src/usage/known-operation.js';
import { dateOfDay, UsageCounts, type CountedUse } from '../../src/usage/usage-counts.js';

const operation = (hash: string): KnownOperation => ({ hash, name: hash, kind: 'query', signature: null, coordinates: ['Query', `Query.${hash}`] });
const by = (partyId: string, client = '') => ({ partyId, client });

it('the same operation of the same client on the same day is one use; the day is that in Shanghai', () => {
  const counts = new UsageCounts();
  const evening = Date.parse('2026-11-28T15:59:59Z');
  for (const at of [evening, evening, evening + 1_000]) counts.count(operation('a'), by('center'), at);
  expect(counts.uses().map(({ day, requests }) => [dateOfDay(day), requests])).toEqual([['2026-11-28', 2], ['2026-11-29', 1]]);
});

it('what finds no room is counted by the coordinates on which it relies, for its party alone, and one party crowds no other out', () => {
  const counts = new UsageCounts({ atMost: 4, ofParty: 2 });
  for (const hash of ['a', 'b', 'c', 'd', 'a', 'c']) counts.count(operation(hash), by('loud', 'desk'));
  counts.count(operation('a'), by('quiet'));
  const told = ({ operation: { name, coordinates }, partyId, client, requests }: CountedUse) => [partyId, client, name, coordinates.at(-1), requests];
  expect(counts.uses().map(told)).toEqual([
    ['loud', 'desk', 'a', 'Query.a', 2],
    ['loud', 'desk', 'b', 'Query.b', 1],
    ['quiet', '', 'a', 'Query.a', 1],
    ['loud', 'other', 'other', 'Query', 3],
    ['loud', 'other', 'other', 'Query.c', 2],
    ['loud', 'other', 'other', 'Query.d', 1],
  ]);
  expect(counts.unrecorded).toBe(0);
  // Where there is no room for more coordinates either, that is told.
  const all = new UsageCounts({ atMost: 1 });
  all.addAll(counts);
  expect(all.uses().map(told).slice(1)).toEqual([
    ['loud', 'other', 'other', 'Query', 4],
    ['loud', 'other', 'other', 'Query.b', 1],
    ['quiet', 'other', 'other', 'Query', 1],
    ['quiet', 'other', 'other', 'Query.a', 1],
    ['loud', 'other', 'other', 'Query.c', 2],
  ]);
  expect(all.unrecorded).toBe(1);
  const alone = new UsageCounts({ ofParty: 0 });
  expect(alone.isEmpty).toBe(true);
  alone.count(operation('a'), by('loud'));
  expect(alone.isEmpty).toBe(false);
});
