import { columnsOf } from '../mapping/columns-of.js';
import type { Mapping } from '../mapping/mapping.js';
import { isTable } from '../reading/is-table.js';
import { readSource } from '../reading/read-source.js';
import { asText, valueAt } from '../mapping/value-at.js';

/** The greatest value of a column in a file: of numbers by size, else as texts, in which days of ISO 8601 are in their order; undefined where it stands nowhere. @throws ImportFault where the file cannot be read */
export async function greatestOf(path: string, { format, given, ...mapping }: Mapping, column: string): Promise<string | undefined> {
  const table = isTable(format) ? format : undefined;
  const required = table ? columnsOf({ format, given, ...mapping }).filter((each) => !(each in given) && !table.optional.includes(each)) : [];
  let greatest: string | undefined;
  for await (const { cells } of readSource(path, format, { required, aliases: table?.aliases ?? {} })) {
    const value = asText(valueAt(cells, column));
    if (value !== '' && (greatest === undefined || isGreater(value, greatest))) greatest = value;
  }
  return greatest;
}

function isGreater(one: string, other: string): boolean {
  const numbers = [one, other].every((text) => /^\d+(\.\d+)?$/.test(text));
  return numbers ? Number(one) > Number(other) : one > other;
}
