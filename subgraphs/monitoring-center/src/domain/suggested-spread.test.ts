import { describe, expect, it } from 'vitest';
import { suggestedSpread, type SpreadingRecord } from './suggested-spread.js';

const record = (more: Partial<SpreadingRecord> = {}): SpreadingRecord => ({ observedOn: '2026-01-10', platforms: ['甲'], retailers: ['a'], regionCode: '330100', ...more });
const spreadOf = (...records: SpreadingRecord[]) => suggestedSpread(records)?.spread;

describe('the spread that records suggest (5.1.2)', () => {
  it('is single of one record of one seller, limited from two on', () => {
    expect(spreadOf(record())).toBe('SINGLE');
    expect(spreadOf(record({ retailers: ['a', 'b'] }))).toBe('LIMITED');
    expect(spreadOf(record(), record())).toBe('LIMITED');
  });

  it('is regional of three records of two cities, or on two platforms', () => {
    expect(spreadOf(record(), record(), record({ regionCode: '330200' }))).toBe('REGIONAL');
    expect(spreadOf(record(), record(), record({ platforms: ['乙'] }))).toBe('REGIONAL');
    expect(spreadOf(record(), record({ regionCode: '330200' }))).toBe('LIMITED');
    expect(spreadOf(record(), record(), record({ regionCode: '330105' }))).toBe('LIMITED');
  });

  it('is common in two provinces, or of five sellers on three platforms', () => {
    expect(spreadOf(record(), record({ regionCode: '440300' }))).toBe('COMMON');
    const sold = (...retailers: string[]) => record({ platforms: ['甲', '乙', '丙'], retailers });
    expect(spreadOf(sold('a', 'b', 'c', 'd', 'e'))).toBe('COMMON');
    expect(spreadOf(sold('a', 'b', 'c', 'd'))).toBe('LIMITED');
  });

  it('comes with its figures, and not at all of what the caller may not read', () => {
    expect(suggestedSpread([record(), null, record({ observedOn: '2025-12-31', retailers: ['b'], platforms: [] })])).toEqual({
      ...{ spread: 'LIMITED', records: 2, sellers: 2, platforms: ['甲'], regions: [{ code: '330100' }], since: '2025-12-31', until: '2026-01-10' },
    });
    expect(suggestedSpread([null])).toBeNull();
  });
});
