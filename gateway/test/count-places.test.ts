import { describe, expect, it } from 'vitest';
import { countPlaces } from '../src/answer/count-places.js';

describe('an owner that was asked once for an entity at several places', () => {
  const data = { _entities: [{ mail: null, phone: '…1' }, { mail: null, phone: '…2' }, null] };

  it('refused and masked as many rows as the client sees', () => {
    expect(countPlaces({ path: ['_entities', 'mail'], count: 2 }, 'refused', data, [100, 1, 1])).toBe(101);
    expect(countPlaces({ path: ['_entities', 'phone'], count: 2 }, 'masked', data, [3, 1, 1])).toBe(4);
  });

  it('also below lists', () => {
    const nested = { _entities: [{ contacts: [{ mail: null }, { mail: null }, null] }] };
    expect(countPlaces({ path: ['_entities', 'contacts', 'mail'], count: 2 }, 'refused', nested, [5])).toBe(10);
  });

  it('is believed in its own count where a null may be empty rather than refused', () => {
    expect(countPlaces({ path: ['_entities', 'mail'], count: 1 }, 'refused', data, [100, 1, 1])).toBe(1);
  });

  it('is believed in its own count for what is no entity', () => {
    expect(countPlaces({ path: ['me', 'mail'], count: 1 }, 'refused', { me: { mail: null } }, [2])).toBe(1);
  });
});
