import type { SearchedSelection } from '@hub/kernel/searched/searched-rows.js';
import type { ExchangeDatabase, ExchangeTransaction } from './database.js';
import { keepSearchEntries, type KeptEntry } from './keep-search-entries.js';
import { keepSearchLexemes, type StandingLexeme } from './keep-search-lexemes.js';
import { keepSearchSpellings, type Spelling } from './keep-search-spellings.js';

/** What an owner has told of rows, as the index takes it. */
export interface Indexed {
  readonly entries: readonly KeptEntry[];
  readonly lexemes: readonly StandingLexeme[];
  readonly spellings: readonly Spelling[];
  readonly gone: readonly string[];
}

export interface SearchTurn {
  readonly type: string;
  /** Rows of one turn. */
  readonly limit: number;
  /** Asks the owner for rows; undefined where it does not answer, and the turn is over. */
  readonly ask: (selection: SearchedSelection) => Promise<Indexed | undefined>;
}

/**
 * One turn on the index of a type: those records to which something happened, the latest first, so that nobody waits for an import to be gone through; or else the next
 * ones of a walk through all. One process at a time has its turn
 * on a type, from the question to the commit, so that what is told later is written later.
 *
 * @returns whether there may be more to do, and of what kind it was
 */
export async function searchTurn(database: ExchangeDatabase, { type, limit, ask }: SearchTurn): Promise<'DUE' | 'WALK' | 'NOTHING'> {
  return database.$transaction(
    async (tx) => {
      const [turn] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`search ${type}`}, 0)) AS free`;
      if (!turn?.free) return 'NOTHING';
      // A range of one type, so that no plan goes by the position alone through those of all types.
      const due = await tx.$queryRaw<{ position: bigint; id: string }[]>`
        SELECT position, id FROM search_due WHERE type BETWEEN ${type} AND ${type} ORDER BY type DESC, position DESC LIMIT ${limit}`;
      if (due.length > 0) {
        const indexed = await ask({ ids: [...new Set(due.map(({ id }) => id))] });
        if (!indexed) return 'NOTHING';
        await keep(tx, type, indexed);
        await tx.$executeRaw`DELETE FROM search_due WHERE position = ANY(${due.map(({ position }) => position)}::bigint[])`;
        return 'DUE';
      }
      const [walk] = await tx.$queryRaw<{ after: string }[]>`SELECT after FROM search_walk WHERE type = ${type} AND after IS NOT NULL`;
      if (!walk) return 'NOTHING';
      const indexed = await ask({ after: walk.after, limit });
      if (!indexed) return 'NOTHING';
      await keep(tx, type, indexed);
      const ids = [...indexed.entries.map(({ id }) => id), ...indexed.gone].sort();
      const last = ids.length < limit ? null : (ids.at(-1) ?? null);
      // What stands among those that were told, and was not, is no more.
      const kept = indexed.entries.map(({ id }) => id);
      await removeEntries(tx, await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM search_entry WHERE type = ${type} AND id > ${walk.after} AND (${last}::text IS NULL OR id <= ${last}) AND id <> ALL(${kept}::text[])`);
      await tx.$executeRaw`UPDATE search_walk SET after = ${last}, finished_at = CASE WHEN ${last}::text IS NULL THEN now() ELSE finished_at END WHERE type = ${type}`;
      return 'WALK';
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

async function keep(tx: ExchangeTransaction, type: string, { entries, lexemes, spellings, gone }: Indexed): Promise<void> {
  await keepSearchEntries(tx, type, entries);
  await keepSearchLexemes(tx, lexemes);
  await keepSearchSpellings(tx, spellings);
  await removeEntries(tx, gone.map((id) => ({ id })));
}

async function removeEntries(tx: ExchangeTransaction, entries: readonly { readonly id: string }[]): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ id }) => id);
  await tx.$executeRaw`DELETE FROM search_entry WHERE id = ANY(${ids}::text[])`;
  await tx.$executeRaw`DELETE FROM search_text WHERE id = ANY(${ids}::text[])`;
}
