import { units } from '../code-lists/units.js';

/** What is wrong with a quantity (量值). */
export type QuantityProblem = 'FORM' | 'UNIT';

/** A quantity as it was read. */
export interface Quantity {
  /** Exact, as it was written, trailing zeros included: they say how precise it is (GB/T 8170). */
  readonly value: string;
  /** Code of the list of units. */
  readonly unit: string;
  /** Value and code: 0.50 mg/kg. */
  readonly text: string;
}

/** What reports print besides the code. MICRO SIGN is another character than μ. */
const bySymbol = new Map([...units.values()].flatMap(({ code, symbol }): [string, string][] => [[symbol, code], [code, code]]));

/**
 * Reads a number and its unit, by code or by the symbol that reports print. The number is kept as text: a float would round it.
 *
 * @returns the quantity, or what is wrong with it
 */
export function readQuantity(written: string): Quantity | QuantityProblem {
  const [, sign = '', value = '', symbol = ''] = /^([+\-−]?)(\d{1,15}(?:\.\d{1,12})?)\s*([^\s\d.].*)$/.exec(written.trim()) ?? [];
  if (value === '') return 'FORM';
  const unit = bySymbol.get(symbol.replaceAll('\u00b5', 'μ').replaceAll(/\s+/g, ' '));
  if (unit === undefined) return 'UNIT';
  const exact = sign === '' || sign === '+' ? value : `-${value}`;
  return { value: exact, unit, text: `${exact} ${unit}` };
}
