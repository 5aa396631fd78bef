import type { CopiedTable } from './copied-tables.js';

/**
 * The statement that inserts copies of all rows of a table. Ids of a copy are drawn from the original's id and the copy's
 * number, so that rows find each other in whichever database they lie.
 *
 * @param columns all columns of the table
 * @returns SQL; $1 is the number of copies of each row, $2 the most rows that are wanted
 */
export function copyStatement({ table, ids, idLists = [], uuids = [], numbers = [], positions = [], times = [], days = [] }: CopiedTable, columns: readonly string[]): string {
  const copied = (column: string): string => {
    if (uuids.includes(column)) return `${idOfCopy(`original.${column}`)}::uuid`;
    if (ids.includes(column)) return idOfCopy(`original.${column}`);
    if (positions.includes(column)) return `original.${column} + n * (SELECT max(${column}) FROM ${table})`;
    if (idLists.includes(column)) return `ARRAY(SELECT ${idOfCopy('each')} FROM unnest(original.${column}) each)`;
    if (numbers.includes(column)) return `original.${column} || '-' || n`;
    if (times.includes(column)) return `original.${column} - n * interval '1 hour'`;
    if (days.includes(column)) return `original.${column} - n`;
    return `original.${column}`;
  };
  const unknown = [...ids, ...idLists, ...uuids, ...numbers, ...positions, ...times, ...days].filter((each) => !columns.includes(each));
  if (unknown.length > 0) throw new Error(`Table ${table} has no column ${unknown.join(', ')}.`);
  return `INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${columns.map(copied).join(', ')} FROM generate_series(1, $1::int) n CROSS JOIN ${table} original LIMIT $2`;
}

function idOfCopy(id: string): string {
  return `md5(${id} || ':' || n)::uuid::text`;
}
