import type { Transaction } from '../unit-of-work/transaction.js';

/** Every row of every table of a database, as text: what somebody has who has a dump of it. */
export async function dumpOf(database: Pick<Transaction, '$queryRawUnsafe'>): Promise<string> {
  const tables = await database.$queryRawUnsafe<{ name: string }[]>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const texts = [];
  for (const { name } of tables) texts.push(...(await database.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`)).map(({ row }) => row));
  return texts.join('\n');
}

/** Which of some words stand in a text, in the clear or, where they are not so short that chance writes them, in one of the alphabets in which bytes are written. */
export function toldIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => {
    const bytes = Buffer.from(word);
    const written = bytes.length < 6 ? [] : [bytes.toString('base64').replace(/=+$/, '').slice(0, -1), bytes.toString('hex')];
    return [word, ...written].some((each) => text.includes(each));
  });
}
