import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { firstCodeLists } from '@hub/schema/code-lists/first-code-lists.js';
import { expect, it } from 'vitest';
import { requireRuleOfList } from './require-rule-of-list.js';

it('a line of the harm table has a known level for each severity and names its table, or assessments could not be read off it (5.1.2)', () => {
  const { codes = [] } = firstCodeLists.find(({ id }) => id === 'harm-table') ?? {};
  expect(codes).toHaveLength(8);
  expect(() => requireRuleOfList('harm-table', codes)).not.toThrow();
  const line = (levels: string[], table = ['2027-1']) => [codeEntry({ code: 'OVER_1_IN_2', zh: '大于 1/2', en: 'over 1 in 2', properties: [{ name: 'levels', values: levels }, { name: 'table', values: table }] })];
  for (const wrong of [line(['LOW', 'LOW', 'HIGH']), line(['LOW', 'LOW', 'HIGH', 'GRAVE']), line(['LOW', 'LOW', 'LOW', 'HIGH'], []), [codeEntry({ code: 'OVER_1_IN_2', zh: '大于 1/2', en: 'over 1 in 2' })]]) {
    expect(() => requireRuleOfList('harm-table', wrong)).toThrow('VALUE_INVALID');
  }
});
