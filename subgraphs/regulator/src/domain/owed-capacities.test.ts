import { describe, expect, it } from 'vitest';
import { owedCapacities } from './owed-capacities.js';

const party = { platformId: 'platform-1', merchantName: '商行', merchantUscc: null, producerName: '制造公司', producerUscc: null };
const owed = (conclusion: string, had: string[], have: string[], more: object = {}) => owedCapacities({ ...party, conclusion, ...more }, new Set(had), new Set(have));

describe('whom a version of a result is still to be told (告知, after 5.4.1)', () => {
  it('of a failure: seller and nominal producer, until they are', () => {
    expect(owed('NONCONFORMING', [], [])).toEqual(['SELLER', 'PRODUCER']);
    expect(owed('NONCONFORMING', [], ['SELLER'])).toEqual(['PRODUCER']);
    expect(owed('NONCONFORMING', [], ['SELLER'], { producerName: null })).toEqual([]);
  });

  it('of a new version: everyone who was told of one before, and is still named', () => {
    expect(owed('CONFORMING', [], [])).toEqual([]);
    expect(owed('CONFORMING', ['PRODUCER', 'PLATFORM'], ['PLATFORM'])).toEqual(['PRODUCER']);
    expect(owed('NONCONFORMING', ['PRODUCER', 'PLATFORM'], ['SELLER'], { producerName: null })).toEqual(['PLATFORM']);
  });
});
