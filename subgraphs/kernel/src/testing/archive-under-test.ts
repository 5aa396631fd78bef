import { archiveRows } from '../archive/archive-rows.js';
import type { ArchivedTable } from '../archive/archived-table.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { inUnitOfWork, type UnitOfWork } from '../unit-of-work/unit-of-work.js';

const day = 86_400_000;

export interface ArchiveUnderTestOptions<Tx extends Transaction> {
  readonly owner: string;
  readonly note: (unit: UnitOfWork<Tx>) => Promise<void>;
  readonly tables: readonly ArchivedTable[];
  /** By table, which of its rows are those of a cycle, in SQL; `$1` is the cycle's id. */
  readonly ofCycle: Readonly<Record<string, string>>;
}

/** How many rows of a cycle each table has, at hand and in the archive. */
export interface RowsOfCycle {
  readonly atHand: Readonly<Record<string, number>>;
  readonly archived: Readonly<Record<string, number>>;
}

/** The archive of a subgraph under test (归档, 5.4.4), whose cycles are moved when a test says so: each step as if so many days had passed. */
export interface ArchiveUnderTest {
  readonly note: (days?: number) => Promise<void>;
  /** Moves a batch. @returns whether there may be more */
  readonly move: (days?: number) => Promise<boolean>;
  /** Notes which cycles are closed, and moves those that are closed for the limit. */
  readonly sweep: (days?: number) => Promise<void>;
  /** Notes which cycles are closed, moves those that are closed for the limit batch by batch, and looks after each. @returns how many batches there were */
  readonly eachMove: (days: number, look: () => Promise<void>) => Promise<number>;
  readonly rowsOf: (cycleId: string) => Promise<RowsOfCycle>;
  /** What the partitions lack to be read, and kept unique, as the tables at hand are, in words. */
  readonly mismatches: () => Promise<string[]>;
}

/** Cycles are archived after this many days. */
export const daysAtHand = 731;

/** @param hub started with ARCHIVE_SWEEP_SECONDS of a day */
export function archiveUnderTest<Tx extends Transaction>(hub: () => { readonly database: Database<Tx> }, { owner, note, tables, ofCycle }: ArchiveUnderTestOptions<Tx>): ArchiveUnderTest {
  const inDays = <Result>(days: number, work: (unit: UnitOfWork<Tx>) => Promise<Result>) =>
    inUnitOfWork(hub().database, { owner, at: new Date(Date.now() + days * day), actor: null, causedBy: [] }, work);
  const archive: ArchiveUnderTest = {
    note: (days = 0) => inDays(days, note),
    move: (days = 0) => inDays(days, (unit) => archiveRows(unit, tables, daysAtHand * day)),
    async sweep(days) {
      await archive.note(days);
      while (await archive.move(days));
    },
    async eachMove(days, look) {
      await archive.note();
      let batches = 0;
      for (; await archive.move(days); batches += 1) await look();
      return batches;
    },
    async rowsOf(cycleId) {
      const count = async (from: string, table: string): Promise<[string, number]> => {
        const [found] = await hub().database.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${from}${table} AS "${table}" WHERE ${ofCycle[table]}`, cycleId);
        return [table, found?.count ?? -1];
      };
      const each = async (from: string) => Object.fromEntries(await Promise.all(tables.map(({ name }) => count(from, name))));
      return { atHand: await each('ONLY '), archived: await each('archive.') };
    },
    async mismatches() {
      const names = tables.map(({ name }) => name);
      const rows = await hub().database.$queryRawUnsafe<{ mismatch: string }[]>(compared, names);
      return rows.map(({ mismatch }) => mismatch);
    },
  };
  return archive;
}

/** Each index of a table has its like in the archive, and each unique one is asked there, too, whenever a key comes to the table. */
const compared = `
  WITH at_hand AS (
    SELECT tablename AS name, indexname, replace(indexdef, ' ON public.', ' ON archive.') AS as_archived, indexdef LIKE 'CREATE UNIQUE %' AS is_unique FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1::text[])
  ), archived AS (
    SELECT tablename AS name, indexname, indexdef FROM pg_indexes WHERE schemaname = 'archive'
  ), asked AS (
    SELECT c.relname AS name, p.prosrc FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgname = 'keys_are_new'
  )
  SELECT format('%s has no partition', name) AS mismatch FROM unnest($1::text[]) name WHERE to_regclass('archive.' || name) IS NULL
  UNION ALL SELECT format('%s is not in the archive as it is at hand', indexname) FROM at_hand a WHERE NOT EXISTS (SELECT FROM archived o WHERE o.name = a.name AND o.indexdef = a.as_archived)
  UNION ALL SELECT format('%s is in the archive alone', indexname) FROM archived o WHERE name = ANY ($1::text[]) AND NOT EXISTS (SELECT FROM at_hand a WHERE a.name = o.name AND a.indexname = o.indexname)
  UNION ALL SELECT format('%s of the archive is not asked', indexname) FROM at_hand a WHERE is_unique AND NOT EXISTS (SELECT FROM asked t WHERE t.name = a.name AND t.prosrc LIKE '%"' || a.indexname || '"%')
  UNION ALL SELECT format('%s is archived, and not named among the tables that move', name) FROM archived WHERE name <> ALL ($1::text[])`;
