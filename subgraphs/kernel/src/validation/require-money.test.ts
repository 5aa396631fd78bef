import { expect, it } from 'vitest';
import { requireMoney } from './require-money.js';

const refusedAt = (amount: string, currency?: string) => {
  try {
    return requireMoney('price', { amount, currency });
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
};

it.each([
  ['128.50', undefined, 'CNY'],
  ['0', 'CNY', 'CNY'],
  ['500', 'JPY', 'JPY'],
  ['1.234', 'KWD', 'KWD'],
])('%s %s is an amount', (amount, currency, kept) => {
  expect(refusedAt(amount, currency)).toEqual({ amount, currency: kept });
});

it.each([
  ['-1', 'CNY', 'price.amount'],
  ['1.23456', 'CNY', 'price.amount'],
  ['0.5', 'JPY', 'price.amount'],
  ['1', 'CNX', 'price.currency'],
])('%s %s is refused at %s', (amount, currency, field) => {
  expect(refusedAt(amount, currency)).toBe(field);
});
