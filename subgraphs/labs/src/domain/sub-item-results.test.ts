import { describe, expect, it } from 'vitest';
import type { SubItemResultInput } from '../generated/graphql.js';
import { subItemResults } from './sub-item-results.js';

const item = { code: 'A', name: '农药残留', standardNumber: 'GB 2763', standardVersion: '2021', clause: null } as never;
const codes = { codeLists: new Map(), now: new Date() } as never;
const subItem = (name: string, specimens = 1): SubItemResultInput => ({
  ...{ name, limitKind: 'MAXIMUM', limit: '0.5' },
  specimens: Array.from({ length: specimens }, (_, index) => ({ specimen: `试样${index}`, measured: '0.1' })),
});
const named = (count: number) => Array.from({ length: count }, (_, index) => subItem(`项 ${index}`));

describe('the sub-items of an item (5.3.3)', () => {
  it('are as many as a screening for residues has, and each has specimens within reason', () => {
    expect(subItemResults(named(1_000), item, 'results.0', codes)).toHaveLength(1_000);
    for (const [inputs, field] of [[named(1_001), 'results.0.subItems'], [[subItem('项', 201)], 'results.0.subItems.0.specimens'], [[subItem('项'), subItem('项')], 'results.0.subItems.1.name']] as const) {
      expect(() => subItemResults(inputs, item, 'results.0', codes)).toThrow(expect.objectContaining({ code: 'VALUE_INVALID', details: expect.objectContaining({ field }) as unknown }) as Error);
    }
  });
});
