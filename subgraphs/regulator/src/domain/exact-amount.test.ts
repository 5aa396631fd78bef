import { expect, it } from 'vitest';
import { amountInDigits, exactAmount } from './exact-amount.js';

it('amounts add up exactly, and are written with two decimals unless they are finer', () => {
  expect(amountInDigits(exactAmount('0.1') + exactAmount('0.2'))).toBe('0.30');
  expect(amountInDigits(exactAmount('90071992547409.93') + exactAmount('1'))).toBe('90071992547410.93');
  expect(['5', '0', '1.2345', '1.230', '0.05'].map((amount) => amountInDigits(exactAmount(amount)))).toEqual(['5.00', '0.00', '1.2345', '1.23', '0.05']);
});
