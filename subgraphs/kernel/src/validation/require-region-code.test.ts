import { codeEntry, type CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { regionContent } from '@hub/schema/code-lists/region-list.js';
import { expect, it } from 'vitest';
import { requireRegionCode } from './require-region-code.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined }, now };
const keeping = (codes: readonly CodeEntry[]) => ({ codeLists: { entriesOf: (_list: string, code: string) => codes.filter((entry) => entry.code === code) }, now });
const shipped = keeping(regionContent().codes);
const region = (code: string, more: Partial<CodeEntry> = {}) => codeEntry({ code, zh: '区', en: 'qu', ...more });

it('takes a code in force, and one abolished since where no list has been heard of', () => {
  expect(['330105', '110103'].map((code) => requireRegionCode('sellerRegionCode', code, unheard))).toEqual(['330105', '110103']);
  expect(requireRegionCode('sellerRegionCode', '330105', shipped)).toBe('330105');
});

it('refuses one that is abolished for a new record, and names what took its place', () => {
  const refused = (code: string, codes = shipped) => {
    try {
      return requireRegionCode('sellerRegionCode', code, codes);
    } catch (error) {
      const { details } = error as { details: { field: string; parameters: Record<string, unknown> } };
      return { field: details.field, of: details.parameters['code'], list: details.parameters['list'], successors: details.parameters['successors'], code: (error as { code: string }).code };
    }
  };
  expect(refused('330104')).toEqual({ code: 'CODE_RETIRED', field: 'sellerRegionCode', of: '330104', list: 'regions', successors: '330102, 330114' });
  const published = keeping([region('990101', { validTo: '2026-03-10', successorCodes: ['990102'] }), region('990102', { validFrom: '2026-03-10' }), region('990103', { validFrom: '2026-03-11' })]);
  expect(refused('990101', published)).toMatchObject({ code: 'CODE_RETIRED', successors: '990102' });
  expect(refused('990102', published)).toBe('990102');
  expect(refused('990103', published)).toMatchObject({ code: 'CODE_RETIRED' });
});

it.each(['330199', '33010', '3301', '', '330105x'])('refuses %s, which never was one', (code) => {
  expect(() => requireRegionCode('sellerRegionCode', code, unheard)).toThrow('VALUE_INVALID');
  expect(() => requireRegionCode('sellerRegionCode', code, shipped)).toThrow('VALUE_INVALID');
});
