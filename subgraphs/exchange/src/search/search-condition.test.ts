import { describe, expect, it } from 'vitest';
import { searchCondition } from './search-condition.js';
import { searchedWords } from './searched-words.js';

const words = searchedWords('crib');
const key = "'^h:center'";
const [item, name] = ['RiskInformation.hazardItem', 'RiskInformation.productName'];

describe('a search as a condition over lexemes', () => {
  it('finds nothing of a type whose key is open nowhere, whatever else is', () => {
    expect(searchCondition({ words, facets: {} }, new Map([[name, true]])).found).toBe(false);
  });

  it('looks for a word where its field is open, which may be on fewer rows than its record', () => {
    expect(searchCondition({ words, facets: {} }, new Map([['RiskInformation.id', key], [name, key], [item, "'^c:me'"]])).found).toBe(`(${key} & ('a:crib' | ('^c:me' & 'c:crib')))`);
  });

  it('narrows and counts by a field on the rows alone where it is open', () => {
    const { found, counted } = searchCondition({ words, facets: { hazardItem: ['Fire'] } }, new Map([['RiskInformation.id', key], [name, key], [item, "'^c:me'"]]));
    expect(found).toBe(`(${key} & ('a:crib' | ('^c:me' & 'c:crib')) & ('^c:me' & '=c:Fire'))`);
    expect(counted).toEqual([{ code: 'c', facet: 'hazardItem', readable: "'^c:me'" }]);
  });

  it('tells once what readings of a word have in common', () => {
    const readings = [['一二', '二三', '三四'], ['二三', '三四'], ['一', '三四'], ['一二', '四']];
    expect(searchCondition({ words: [{ readings }], facets: {} }, new Map([['RiskInformation.id', true], [name, true]])).found).toBe("(('a:二三' & 'a:三四') | (('a:一' & 'a:三四') | ('a:一二' & 'a:四')))");
  });
});
