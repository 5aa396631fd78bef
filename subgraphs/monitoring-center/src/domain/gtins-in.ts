import { gtin14Of, hasGtinCheckDigit } from '@hub/schema/identifiers/gtin.js';

/** Digits that may be a code: 8 are as often a day, and fewer have lost their zeros. */
const codes = /(?<![a-z\d])\d{12,14}(?![a-z\d])/gi;
/** A record that tells of more is of many products. */
const most = 20;

/** The codes of goods (商品条码, GB 12904) that stand in texts, each once in 14 digits; one that fails its check digit is none. */
export function gtinsIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => text.match(codes) ?? []).flatMap((code) => gtin14Of(code) ?? []);
  return [...new Set(found.filter(hasGtinCheckDigit))].slice(0, most);
}
