import { normalised } from '@hub/kernel/text/normalised.js';
import { productKinds } from '@hub/schema/code-lists/product-kinds.js';

/** A kind of product that a text names, and where in the text: UTF-16 units, from, and until before. */
export interface NamedKind {
  /** What a field is found by in which any name of the kind stands: no word of a text is written so. */
  readonly lexeme: string;
  readonly from: number;
  readonly until: number;
}

/** All names at once: a text is gone through a single time. */
const names = new RegExp(productKinds.map(({ code, zh, en }) => `(?<${code}>${zh.source}|${en.source})`).join('|'), 'gi');

/** The kinds of product that a text names, under whatever name (充电宝, 移动电源, power bank), in the order of the text. */
export function kindsIn(text: string): NamedKind[] {
  const characters = normalised(text);
  const matches = [...characters.map(({ character }) => character).join('').matchAll(names)];
  if (matches.length === 0) return [];
  const units = characters.flatMap((each) => Array.from({ length: each.character.length }, () => each));
  return matches.map(({ index, 0: { length }, groups = {} }) => ({
    lexeme: `#${Object.keys(groups).find((code) => groups[code] !== undefined) ?? ''}`,
    from: units[index]?.from ?? 0,
    until: units[index + length - 1]?.until ?? 0,
  }));
}
