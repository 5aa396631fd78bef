import { describe, expect, it } from 'vitest';
import { searchCondition } from './search-condition.js';
import { searchedFields } from './searched-fields.js';
import { searchedWords } from './searched-words.js';

const anywhere = { words: searchedWords('crib'), stands: () => true, facets: {} };
const key = "'^h:center'";
const titleCode = searchedFields.find(({ coordinate }) => coordinate === 'Listing.title')?.code ?? '';
const [item, name] = ['RiskInformation.hazardItem', 'RiskInformation.productName'];

describe('a search as a condition over lexemes', () => {
  it('finds nothing of a type whose key is open nowhere, whatever else is', () => {
    expect(searchCondition(anywhere, new Map([[name, true]])).found).toBe(false);
  });

  it('looks for a word where its field is open, which may be on fewer rows than its record', () => {
    expect(searchCondition(anywhere, new Map([['RiskInformation.id', key], [name, key], [item, "'^c:me'"]])).found).toBe(`(${key} & ('a:crib' | ('^c:me' & 'c:crib')))`);
  });

  it('narrows and counts by a field on the rows alone where it is open', () => {
    const { found, counted } = searchCondition({ ...anywhere, facets: { hazardItem: ['Fire'] } }, new Map([['RiskInformation.id', key], [name, key], [item, "'^c:me'"]]));
    expect(found).toBe(`(${key} & ('a:crib' | ('^c:me' & 'c:crib')) & ('^c:me' & '=c:Fire'))`);
    expect(counted).toEqual([{ codes: ['c'], readable: "'^c:me'" }]);
  });

  it('tells once on which rows fields are open, and what readings of a word have in common', () => {
    const readings = [['一二', '二三', '三四'], ['二三', '三四'], ['一', '三四'], ['一二', '四']];
    const { found } = searchCondition({ ...anywhere, words: [{ readings }] }, new Map([['RiskInformation.id', true], [name, true]]));
    expect(found).toBe("(('a:二三' & 'a:三四') | (('a:一' & 'a:三四') | ('a:一二' & 'a:四')))");
    const open = new Map([['RiskInformation.id', key], [name, "'^c:me'"], [item, "'^c:me'"]]);
    expect(searchCondition(anywhere, open).found).toBe(`(${key} & ('^c:me' & ('a:crib' | 'c:crib')))`);
  });

  it('asks for a reading only in fields where each of its lexemes stands, in any record', () => {
    const open = new Map([['RiskInformation.id', key], [name, key], [item, key]]);
    const words = [{ readings: [['漏电'], ['漏点']] }];
    const standing: Readonly<Record<string, string>> = { 漏电: 'ac', 漏点: 'c' };
    const { found, telling } = searchCondition({ words, stands: (lexeme, code) => standing[lexeme]?.includes(code) ?? false, facets: {} }, open);
    expect(found).toBe(`(${key} & ('a:漏电' | ('c:漏电' | 'c:漏点')))`);
    expect(telling).toEqual([{ name: "'a:漏电'", short: "('a:漏电' | ('c:漏电' | 'c:漏点'))" }]);
  });

  it('asks in one field of a type for what stands nowhere, as long as for what stands in hidden records alone', () => {
    const open = new Map([['RiskInformation.id', key], [name, key], [item, key]]);
    expect(searchCondition({ ...anywhere, stands: () => false }, open).found).toBe(`(${key} & 'a:crib')`);
    expect(searchCondition({ ...anywhere, stands: () => false }, new Map([[name, key]])).found).toBe(false);
    // Of one type no less where it stands in records of another.
    const both = new Map([...open, ['Listing.id', "'^h:platform-1'"], ['Listing.title', "'^h:platform-1'"]] as const);
    const { found } = searchCondition({ ...anywhere, stands: (_lexeme, code) => code === titleCode }, both);
    expect(found).toBe(`((${key} & 'a:crib') | ('^h:platform-1' & '${titleCode}:crib'))`);
  });
});
