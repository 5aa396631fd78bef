import { expect, it } from 'vitest';
import type { KnownOperation } from '../../src/usage/known-operation.js';
import { dateOfDay, UsageCounts } from '../../src/usage/usage-counts.js';

const operation = (hash: string): KnownOperation => ({ hash, name: hash, kind: 'query', signature: null, coordinates: [] });
const by = (partyId: string, client = '') => ({ partyId, client });

it('the same operation of the same client on the same day is one use; the day is that in Shanghai', () => {
  const counts = new UsageCounts();
  const evening = Date.parse('2026-11-28T15:59:59Z');
  for (const at of [evening, evening, evening + 1_000]) counts.count(operation('a'), by('center'), at);
  expect(counts.uses().map(({ day, requests }) => [dateOfDay(day), requests])).toEqual([['2026-11-28', 2], ['2026-11-29', 1]]);
});

it('what finds no room is counted as unrecorded, and one party crowds no other out', () => {
  const counts = new UsageCounts({ atMost: 4, ofParty: 2 });
  for (const hash of ['a', 'b', 'c', 'd', 'a']) counts.count(operation(hash), by('loud'));
  counts.count(operation('a'), by('quiet'));
  expect(counts.uses().map(({ partyId, requests }) => [partyId, requests])).toEqual([['loud', 2], ['loud', 1], ['quiet', 1]]);
  expect(counts.unrecorded).toBe(2);
  const all = new UsageCounts({ atMost: 1 });
  all.addAll(counts);
  expect([all.uses().length, all.unrecorded]).toEqual([1, 4]);
});
