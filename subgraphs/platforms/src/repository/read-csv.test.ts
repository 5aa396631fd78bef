import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.js';

async function rowsOf(pieces: string[]): Promise<Readonly<Record<string, string>>[]> {
  const rows = [];
  for await (const row of readCsv(Readable.from(pieces))) rows.push(row);
  return rows;
}

const table = '\uFEFFid,name,note\r\n1,"a, ""b""\r\nc",\r\n2,纯,x';
const rows = [
  { id: '1', name: 'a, "b"\r\nc', note: '' },
  { id: '2', name: '纯', note: 'x' },
];

describe('a table of comma-separated values (RFC 4180)', () => {
  it('is read with quotes, commas and line breaks inside fields, with or without an end of the last line', async () => {
    expect(await rowsOf([table])).toEqual(rows);
    expect(await rowsOf([`${table}\n`])).toEqual(rows);
    expect(await rowsOf(['a,b\n1,'])).toEqual([{ a: '1', b: '' }]);
    expect(await rowsOf([''])).toEqual([]);
  });

  it('is the same however it comes in pieces', async () => {
    expect(await rowsOf([...table])).toEqual(rows);
    for (let cut = 1; cut < table.length; cut += 1) expect(await rowsOf([table.slice(0, cut), table.slice(cut)])).toEqual(rows);
  });

  it('is refused where a row is too short or a quote is never closed', async () => {
    await expect(rowsOf(['a,b\n1\n'])).rejects.toThrow('Row 2 of the table has 1 fields, its header 2');
    await expect(rowsOf(['a,b\n1,"2\n'])).rejects.toThrow('stray quote near: "2');
  });
});
