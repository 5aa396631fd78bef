import type { Reading } from './reading.js';

/** An amount as receipts have it: 89.00 元; another currency by its code. */
export function money(told: Reading): string {
  const currency = told.at('currency').text;
  return `${told.at('amount').text} ${currency === 'CNY' ? '元' : currency}`;
}

/** A name with its code in brackets: 运河区（330105）. */
export function named(name: string, code: string) {
  return (told: Reading): string => [told.at(name).text, told.at(code).isGiven ? `（${told.at(code).text}）` : ''].join('');
}
