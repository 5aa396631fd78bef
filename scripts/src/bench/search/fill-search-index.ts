import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { indexed, indexFormat } from '@hub/exchange/search/indexed.js';
import { deletionsOf } from '@hub/exchange/search/spelling.js';
import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import { withSessionSettings } from '@hub/prisma/clients/session-settings.js';
import postgres from 'postgres';

/** A value as COPY reads it (text format). */
const copied = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
const array = (values: readonly string[]): string => `{${values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;

/** A record of a type, as its owner tells of it. */
export interface IndexedRow {
  readonly type: string;
  readonly row: SearchedRow;
}

/**
 * Fills the index with records by COPY, in the form in which the exchange keeps them, and beside it a plain table of the same texts, one column, for whoever would look with ILIKE.
 * Indices of the index are made after; VACUUM ANALYZE at the end.
 */
export async function fillSearchIndex(url: string, records: AsyncIterable<IndexedRow>, more: Iterable<IndexedRow>, say: (line: string) => void): Promise<void> {
  const sql = postgres(withSessionSettings(url), { max: 3, onnotice: () => undefined });
  try {
    const indices = await sql<{ name: string; definition: string }[]>`
      SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid IN ('search_entry'::regclass, 'search_spelling'::regclass) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`;
    for (const { name } of indices) await sql.unsafe(`DROP INDEX ${name}`);
    await sql`CREATE TABLE plain_record (id text PRIMARY KEY, day date, content text NOT NULL)`;
    const [entries, texts, plain] = await Promise.all(['search_entry (id, type, day, facets, vector)', 'search_text (id, "values", stamps, hash)', 'plain_record (id, day, content)'].map((table) => sql.unsafe(`COPY ${table} FROM STDIN`).writable()));
    if (!entries || !texts || !plain) throw new Error('COPY did not begin.');
    const [spellings, standing] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    const note = (known: Map<string, Set<string>>, word: string, codes: readonly string[]) => {
      const own = known.get(word) ?? new Set();
      for (const code of codes) own.add(code);
      known.set(word, own);
    };
    const lines = { entries: [] as string[], texts: [] as string[], plain: [] as string[] };
    const flush = async () => {
      for (const [stream, own] of [[entries, lines.entries], [texts, lines.texts], [plain, lines.plain]] as const) {
        if (!stream.write(own.join(''))) await new Promise((resolve) => stream.once('drain', resolve));
        own.length = 0;
      }
    };
    let done = 0;
    const all = async function* () {
      yield* records;
      yield* more;
    };
    for await (const { type, row } of all()) {
      const { entries: [entry], lexemes, spellings: own } = indexed(type, { rows: [row], gone: [] });
      if (!entry) continue;
      lines.entries.push(`${[entry.id, type, entry.day, array(entry.facets), entry.vector].map(copied).join('\t')}\n`);
      lines.texts.push(`${[entry.id, JSON.stringify(entry.values), JSON.stringify(entry.stamps), entry.hash].map(copied).join('\t')}\n`);
      lines.plain.push(`${[entry.id, entry.day, Object.values(entry.values).flat().join(' ')].map(copied).join('\t')}\n`);
      for (const { word, codes } of own) note(spellings, word, codes);
      for (const { lexeme, codes } of lexemes) note(standing, lexeme, codes);
      if ((done += 1) % 1_000 === 0) await flush();
      if (done % 100_000 === 0) say(`${done.toLocaleString('en')} records.`);
    }
    await flush();
    await Promise.all([entries, texts, plain].map((stream) => pipeline(Readable.from([]), stream)));
    say('The words of wrong spellings, and where each lexeme stands.');
    const words = await sql.unsafe('COPY search_spelling (word, codes, deletions) FROM STDIN').writable();
    await pipeline(Readable.from(Array.from(spellings, ([word, codes]) => `${[word, array([...codes]), array(deletionsOf(word))].map(copied).join('\t')}\n`)), words);
    const where = await sql.unsafe('COPY search_lexeme (lexeme, codes) FROM STDIN').writable();
    await pipeline(Readable.from(Array.from(standing, ([lexeme, codes]) => `${[lexeme, array([...codes])].map(copied).join('\t')}\n`)), where);
    say('The indices.');
    await sql`SET maintenance_work_mem = '512MB'`;
    for (const { definition } of indices) await sql.unsafe(definition);
    await sql`INSERT INTO search_walk (type, format, finished_at) SELECT DISTINCT type, ${indexFormat}::int, now() FROM search_entry`;
    await sql`VACUUM ANALYZE`;
  } finally {
    await sql.end();
  }
}
