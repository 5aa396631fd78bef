import { describe, expect, it } from 'vitest';
import { regionRecords } from './region-records.js';

const records = new Map(
  regionRecords([
    ['110000', '北京市', 1],
    ['110100', '市辖区', 0],
    ['110101', '东城区', 1],
    ['110103', '崇文区', 0, ['110101']],
    ['330000', '浙江省', 1],
    ['330100', '杭州市', 1],
    ['330104', '江干区', 0, ['330102', '330114']],
    ['429004', '仙桃市', 1],
  ]).map((record) => [record.code, record]),
);

describe('a region of GB/T 2260', () => {
  it('has the level that its zeros tell', () => {
    expect(['330000', '330100', '330104'].map((code) => records.get(code)?.level)).toEqual(['PROVINCE', 'PREFECTURE', 'COUNTY']);
  });

  it.each([
    ['330000', null],
    ['330100', '330000'],
    ['330104', '330100'],
    ['110101', '110000'],
    ['110103', '110100'],
    ['110100', '110000'],
    ['429004', null],
  ])('lies in the nearest code above, in force while it is in force itself: %s', (code, parent) => {
    expect(records.get(code)?.parentCode).toBe(parent);
  });
});
