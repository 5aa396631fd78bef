import { codeEntry, type CodeEntry, type CodeProperty } from '@hub/schema/code-lists/code-list.js';
import { dutyLimitContent, dutyLimitListId } from '@hub/schema/code-lists/duty-limit-codes.js';
import { firstCodeLists } from '@hub/schema/code-lists/first-code-lists.js';
import { legalLimitContent, legalLimitListId } from '@hub/schema/code-lists/legal-limit-codes.js';
import { describe, expect, it } from 'vitest';
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

describe('a limit of a duty (5.4.3 b)', () => {
  const { codes } = dutyLimitContent();
  const told = (kind: string, change: (properties: readonly CodeProperty[]) => readonly CodeProperty[]): CodeEntry[] =>
    codes.map((code) => (code.code === kind ? { ...code, properties: change(code.properties) } : code));
  const set = (name: string, ...values: string[]) => (properties: readonly CodeProperty[]) => properties.map((property) => (property.name === name ? { name, values } : property));
  const refused = (changed: readonly CodeEntry[]) => expect(() => requireRuleOfList(dutyLimitListId, changed)).toThrow('VALUE_INVALID');

  it('takes another number, in hours or days, and in working days where they are counted', () => {
    expect(() => requireRuleOfList(dutyLimitListId, codes)).not.toThrow();
    expect(() => requireRuleOfList(dutyLimitListId, told('ShipSample', set('within', '36', 'HOUR')))).not.toThrow();
    expect(() => requireRuleOfList(dutyLimitListId, told('AnswerSharingRequest', set('within', '5', 'WORKING_DAY')))).not.toThrow();
    expect(() => requireRuleOfList(dutyLimitListId, told('FulfilDirection', set('pauses', '3')))).not.toThrow();
  });

  it('is none where the hub could not count by it: it would keep the old number and say another', () => {
    refused(told('ShipSample', set('within', '5', 'WORKING_DAY')));
    refused(told('AnswerSharingRequest', set('within', '5', 'CALENDAR_DAY')));
    refused(told('ShipSample', set('within', '5')));
    refused(told('ShipSample', set('within', '5', 'WEEK')));
    refused(told('FulfilDirection', set('pauses', '3', 'CALENDAR_DAY')));
    for (const amount of ['0', '-1', '1.5', 'x', '', '99999']) refused(told('ShipSample', set('within', amount, 'CALENDAR_DAY')));
    refused(told('FulfilDirection', set('pauses', '11')));
    refused(told('ShipSample', (properties) => properties.filter(({ name }) => name !== 'within')));
    refused(told('ShipSample', (properties) => [...properties, { name: 'fee', values: ['1'] }]));
  });

  it('is due soon while it is owed, and not before', () => {
    refused(told('ShipSample', set('dueSoon', '4', 'CALENDAR_DAY')));
    expect(() => requireRuleOfList(dutyLimitListId, told('ShipSample', set('dueSoon', '72', 'HOUR')))).not.toThrow();
  });

  it('follows upon the one before, so that on no day the number of the program comes back unseen', () => {
    const ship = codes.find(({ code }) => code === 'ShipSample');
    if (!ship) throw new Error('Nothing is shipped.');
    const others = codes.filter(({ code }) => code !== 'ShipSample');
    const later = { ...ship, properties: set('within', '5', 'CALENDAR_DAY')(ship.properties), validFrom: '2027-01-01' };
    expect(() => requireRuleOfList(dutyLimitListId, [...others, later, { ...ship, validTo: '2027-01-01' }])).not.toThrow();
    refused([...others, later]);
    refused([...others, { ...ship, validTo: '2027-01-01' }]);
    refused([...others, later, { ...ship, validTo: '2026-12-01' }]);
  });

  it('may be of a kind that was owed once, or say what the program went by then, where it has ended', () => {
    const gone = codeEntry({ code: 'PayVisit', zh: '走访', en: 'pay a visit', validTo: '2026-06-01' });
    const before = { ...codes[0]!, properties: set('clause', '5.1.9')(codes[0]!.properties), validTo: '2026-06-01' };
    expect(() => requireRuleOfList(dutyLimitListId, [...codes.slice(1), gone, before, { ...codes[0]!, validFrom: '2026-06-01' }])).not.toThrow();
    refused([...codes, { ...gone, validTo: null }]);
  });

  it('does not say otherwise than the program when it begins, who passes it on to whom, or whose it is', () => {
    refused(told('ShipSample', set('from', 'SampleMoved')));
    refused(told('ShipSample', set('escalatedTo', 'COMMISSIONER')));
    refused(told('FulfilDirection', set('pausedBy', 'MERCHANT')));
    refused([...codes, codeEntry({ code: 'PayFee', zh: '缴费', en: 'pay a fee', properties: codes[0]?.properties ?? [] })]);
  });
});

describe('a limit that the law sets (5.4.3 b)', () => {
  const { codes } = legalLimitContent();
  const within = (right: string, ...values: string[]): CodeEntry[] =>
    codes.map((code) => (code.code === right ? { ...code, properties: code.properties.map((property) => (property.name === 'within' ? { name: 'within', values } : property)) } : code));

  it('takes another number of its unit, where the law has changed', () => {
    expect(() => requireRuleOfList(legalLimitListId, codes)).not.toThrow();
    expect(() => requireRuleOfList(legalLimitListId, within('Objection', '10', 'CALENDAR_DAY'))).not.toThrow();
    expect(() => requireRuleOfList(legalLimitListId, within('Resampling', '12', 'MONTH'))).not.toThrow();
  });

  it('is none where the hub could not count by it', () => {
    for (const wrong of [
      within('Objection', '10', 'WORKING_DAY'),
      within('Objection', '1', 'MONTH'),
      within('Objection', '360', 'HOUR'),
      within('Resampling', '180', 'CALENDAR_DAY'),
      within('Resampling', '121', 'MONTH'),
      within('Resampling', '0', 'MONTH'),
      [...codes, { ...codes[0]!, code: 'Appeal' }],
    ]) {
      expect(() => requireRuleOfList(legalLimitListId, wrong)).toThrow('VALUE_INVALID');
    }
  });
});
