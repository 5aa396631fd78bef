import { columnsOf } from '../mapping/columns-of.js';
import type { Mapping } from '../mapping/mapping.js';
import { isTable } from '../reading/is-table.js';
import { readSource } from '../reading/read-source.js';
import { asText, valueAt } from '../mapping/value-at.js';

/**
 * The greatest value of a column in a file: of numbers by size, else as texts, in which days of ISO 8601 are in their order.
 * @param signal ends it before
 * @returns undefined where it stands nowhere
 * @throws ImportFault where the file cannot be read; what the signal gives
 */
export async function greatestOf(path: string, { format, given, ...mapping }: Mapping, column: string, signal: AbortSignal): Promise<string | undefined> {
  const table = isTable(format) ? format : undefined;
  const required = table ? columnsOf({ format, given, ...mapping }).filter((each) => !(each in given) && !table.optional.includes(each)) : [];
  let greatest: string | undefined;
  for await (const { cells } of readSource(path, format, { required, aliases: table?.aliases ?? {} })) {
    signal.throwIfAborted();
    const value = asText(valueAt(cells, column));
    if (value !== '') greatest = greatest === undefined ? value : greaterOf(greatest, value);
  }
  return greatest;
}

/** The greater of two values; the first, where they are the same. */
export function greaterOf(one: string, other: string): string {
  return isGreater(other, one) ? other : one;
}

const number = /^\d+(?:\.\d+)?$/;

/** Of digits those are more that are longer, and else as texts: a double does not tell large numbers apart. */
function isGreater(one: string, other: string): boolean {
  if (!number.test(one) || !number.test(other)) return one > other;
  const [[whole = '', part = ''], [otherWhole = '', otherPart = '']] = [digitsOf(one), digitsOf(other)];
  if (whole.length !== otherWhole.length) return whole.length > otherWhole.length;
  return whole === otherWhole ? part > otherPart : whole > otherWhole;
}

function digitsOf(text: string): string[] {
  return text.replace(/^0+(?=\d)/, '').split('.');
}
