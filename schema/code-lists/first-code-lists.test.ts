import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readStandardNumber } from '../identifiers/standard-number.js';
import { calendarContent, calendarOf } from './calendar-codes.js';
import { dutyLimitContent, dutyLimitsOf } from './duty-limit-codes.js';
import { dutyLimits } from './duty-limits.js';
import { firstCodeLists } from './first-code-lists.js';
import { legalLimitContent, legalLimitsOf } from './legal-limit-codes.js';
import { legalLimits } from './legal-limits.js';
import { regionContent } from './region-list.js';
import { workingCalendar } from './working-calendar.js';

const codesOf = (id: string) => firstCodeLists.find((list) => list.id === id)?.codes ?? [];
const names = (id: string) => codesOf(id).map(({ code }) => code);

describe('the code lists that come with the hub (5.4.3 c)', () => {
  it.each([...firstCodeLists, regionContent()].map((list) => [list.id, list] as const))('%s names each code once, in Chinese and English, and leads nowhere else', (_id, { zh, en, codes }) => {
    const known = codes.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(known).toHaveLength(new Set(known).size);
    expect([zh, en, ...codes.flatMap((code) => [code.code, code.zh, code.en])].filter((text) => text.trim() !== text || text === '')).toEqual([]);
    expect(codes.filter((code) => !/[a-zA-Z]/.test(code.en))).toEqual([]);
    expect(codes.flatMap(({ parentCode, successorCodes }) => [parentCode ?? [], successorCodes].flat()).filter((code) => !known.includes(code))).toEqual([]);
  });

  it.each([
    ['collection-channels', 'CollectionChannel', 'risk-information'],
    ['hazard-degrees', 'HazardDegree', 'risk-information'],
    ['harm-levels', 'HarmLevel', 'assessment'],
    ['harm-table', 'HarmProbability', 'assessment'],
  ])('%s has the values of the enum %s', (id, type, file) => {
    const { definitions } = parse(readFileSync(new URL(`../sdl/monitoring-center/${file}.graphql`, import.meta.url), 'utf8'));
    const found = definitions.find((definition) => definition.kind === 'EnumTypeDefinition' && definition.name.value === type);
    expect(names(id)).toEqual(found?.kind === 'EnumTypeDefinition' ? found.values?.map(({ name }) => name.value) : undefined);
  });

  it('writes standards in their one form, and tests by none that is missing', () => {
    const text = (written: string) => {
      const read = readStandardNumber(written);
      return typeof read === 'string' ? read : read.text;
    };
    expect(names('standards').map(text)).toEqual(names('standards'));
    const required = codesOf('test-items').flatMap(({ properties }) => properties.flatMap(({ values }) => values));
    expect(required.filter((standard) => !names('standards').includes(standard))).toEqual([]);
  });

  it('tells the calendar from which it was made', () => {
    expect(calendarOf(calendarContent().codes)).toEqual(workingCalendar);
  });

  it('tells the limits of duties and of the law from which it was made', () => {
    expect(dutyLimitsOf(dutyLimitContent().codes, '2026-03-01')).toEqual(dutyLimits);
    expect(legalLimitsOf(legalLimitContent().codes, '2026-03-01')).toEqual({ Objection: legalLimits.Objection.within, Resampling: legalLimits.Resampling.within });
  });
});
