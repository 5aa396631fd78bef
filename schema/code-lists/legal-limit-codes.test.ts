import { expect, it } from 'vitest';
import { codeEntry } from './code-list.js';
import { legalLimitsOf } from './legal-limit-codes.js';

it('a limit of the law is the one in force on the day, and that of the hub where none is told', () => {
  const objection = (amount: string, validFrom: string | null, validTo: string | null) =>
    codeEntry({ code: 'Objection', zh: '提出异议', en: 'object', validFrom, validTo, properties: [{ name: 'within', values: [amount, 'CALENDAR_DAY'] }] });
  const codes = [objection('10', '2027-01-01', null), objection('15', null, '2027-01-01')];
  const on = (day: string) => legalLimitsOf(codes, day);
  expect([on('2026-12-31').Objection.amount, on('2027-01-01').Objection.amount]).toEqual([15, 10]);
  expect(on('2027-01-01').Resampling).toEqual({ amount: 6, unit: 'MONTH' });
  expect(legalLimitsOf([objection('10', '2027-01-01', null)], '2026-12-31').Objection.amount).toBe(15);
});
