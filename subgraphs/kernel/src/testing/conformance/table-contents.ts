import type { Transaction } from '../../unit-of-work/transaction.js';
import { eventually } from '../eventually.js';

/** Written while nobody acts: how far the inbox has heard, what the audit log keeps of who asked and was refused, the seals of what is on record, and which schema each service runs. */
const notOfActs = /\.inbox_cursor$|\.running_schema$|\.audit_|\.access_|\.preserved_|_prisma_migrations$/;
/** What acts have put on record of files, sealed or not yet. */
const onRecord = `
  SELECT 'files on record' AS name, (SELECT count(*) FROM kernel.preserved_arrival) + (SELECT count(*) FROM kernel.preserved_entry) || ' entries' AS sum`;

/** The tables of an owner, its own and the kernel's. */
async function tablesOf(database: Transaction): Promise<string[]> {
  const rows = await database.$queryRawUnsafe<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'kernel') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** How many rows each table has, and a sum over which versions of them: the same twice where nothing was written between. What stands in tens of thousands of rows is not read for that. */
export async function tableContents(database: Transaction): Promise<Record<string, string>> {
  await eventually(() => ownEventsToCome(database), (left) => left === 0);
  const tables = (await tablesOf(database)).filter((name) => !notOfActs.test(name));
  const sums = tables.map((table) => `SELECT '${table}' AS name, count(*) || ' rows, ' || coalesce(sum(hashtext(t.xmin::text || t.ctid::text)), 0) AS sum FROM ${table} t`);
  const rows = await database.$queryRawUnsafe<{ name: string; sum: string }[]>([...sums, onRecord].join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/**
 * How many of its own events an owner that reads its own log has still to take in: what they bring was left by the acts before. Of those that are for others it hears nothing, and its place does
 * not move until it has waited for as long as a reading may.
 */
async function ownEventsToCome(database: Transaction): Promise<number> {
  const [row] = await database.$queryRawUnsafe<{ left: number }[]>(
    `SELECT count(*)::int AS left FROM kernel.inbox_cursor c JOIN kernel.log_head h ON h.epoch = c.epoch
     JOIN kernel.event e ON e.position > c.position AND e.receivers @> ARRAY[c.source]`,
  );
  return row?.left ?? 0;
}

/** The id of a transaction that is younger than all until now. */
export async function transactionNow(database: Transaction): Promise<string> {
  const [row] = await database.$queryRawUnsafe<{ id: string }[]>('SELECT pg_current_xact_id()::text AS id');
  return row?.id ?? '';
}

/** Whether a text stands somewhere as it was given, in a row that was written since a transaction. */
export async function standsSomewhere(database: Transaction, text: string, since: string): Promise<boolean> {
  const tables = await tablesOf(database);
  // Composite values double backslashes and quotes; the texts looked for hold neither. Older rows are not even written out as a text.
  const places = tables.map((table) => `SELECT 1 AS found FROM ${table} t WHERE CASE WHEN t.xmin::text::bigint > $2::bigint THEN strpos(t::text, $1) > 0 ELSE false END`);
  const found = await database.$queryRawUnsafe<unknown[]>(`${places.join(' UNION ALL ')} LIMIT 1`, text, since);
  return found.length > 0;
}
