import { expect, it } from 'vitest';
import { DailyBounds, isParty } from '../../src/usage/daily-bounds.js';

it('clients of ever new names are counted as one, operations beyond the bound not at all, of each party and day', () => {
  const bounds = new DailyBounds({ clients: 2, operations: 4 });
  const asked = (hash: string, client: string, partyId = 'loud', day = 1) => bounds.admit(hash, { partyId, client }, day);
  expect(['a', 'b', 'c', 'd', 'a'].map((client) => asked('x', client))).toEqual(['a', 'b', 'other', 'other', 'a']);
  expect(['y', 'z', 'y'].map((hash) => asked(hash, 'a'))).toEqual(['a', undefined, 'a']);
  expect(asked('z', 'a', 'quiet')).toBe('a');
  expect(asked('z', 'e', 'loud', 2)).toBe('e');
});

it('what the registry would refuse as a party is none', () => {
  expect(['p'.repeat(200), 'p'.repeat(201), 'a\0b'].map(isParty)).toEqual([true, false, false]);
});
