/**
 * Reads a table of comma-separated values with a header (RFC 4180), row by row, however it comes in pieces.
 *
 * @throws Error with the line where a row has more or fewer fields than the header, or a quote is never closed
 */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<Readonly<Record<string, string>>> {
  let header: string[] | undefined;
  let line = 0;
  for await (const fields of records(pieces)) {
    line += 1;
    if (header === undefined) {
      header = fields.map((name, index) => (index === 0 ? name.replace(/^\uFEFF/, '') : name));
      continue;
    }
    const names = header;
    if (fields.length !== names.length) {
      throw new Error(`Row ${line} of the table has ${fields.length} fields, its header ${names.length}. Quote fields that hold commas.`);
    }
    yield Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  }
}

/** A field in quotes or without, and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/y;

async function* records(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  let fields: string[] = [];
  const take = function* (text: string, last: boolean): Generator<string[]> {
    field.lastIndex = 0;
    let taken = 0;
    for (let match = field.exec(text); match; match = field.exec(text)) {
      fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
      taken = field.lastIndex;
      if (match[3] !== ',') {
        yield fields;
        fields = [];
      }
    }
    rest = text.slice(taken);
    if (last && rest !== '') throw new Error(`The table breaks off or holds a stray quote near: ${rest.slice(0, 80)}`);
  };
  for await (const piece of pieces) yield* take(rest + piece, false);
  // A last row may lack its line end.
  yield* take(rest === '' && fields.length === 0 ? '' : `${rest}\n`, true);
}
