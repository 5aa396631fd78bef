import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { ExchangeDatabase } from './database.js';

/** Where a hit stands among the others: they are in this order, each descending. */
export interface HitPlace {
  readonly score: number;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly id: string;
}

/** A record that was found. */
export interface FoundEntry extends HitPlace {
  /** Of the index, in which it is. */
  readonly slice: number;
}

/** What a record was made of. */
export interface FoundText {
  readonly id: string;
  readonly type: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly stamps: Stamps;
}

/** What is looked for in a slice of the index, in tsqueries. */
export interface SliceAsked {
  readonly slice: number;
  readonly query: string;
  /** By word: where it stands in a name, and where in a name or a short text; null where it stands in none. */
  readonly telling: readonly { readonly name: string | null; readonly short: string | null }[];
}

/** A field by whose values hits are counted, on the rows of a slice where it may be read; null on all that are found. */
export interface CountAsked {
  readonly slice: number;
  readonly code: string;
  readonly readable: string | null;
}

/** Records that are ranked and counted, those of the latest days. */
export const mostFound = 2_000;

/** How often a value stands in what was found, by the code of its field; of the type under `type`. */
export interface ValueCount {
  readonly code: string;
  readonly value: string;
  readonly count: number;
}

/** Reads the index of the search. */
export function searchIndex(database: ExchangeDatabase) {
  return {
    /** The terms that the owners enforce, by coordinate. */
    terms: async (coordinates: readonly string[]): Promise<ReadonlyMap<string, FieldTerms>> => {
      const rows = await database.$queryRaw<{ coordinate: string; terms: FieldTerms }[]>`SELECT coordinate, terms FROM search_terms WHERE coordinate = ANY(${[...coordinates]}::text[])`;
      return new Map(rows.map(({ coordinate, terms }) => [coordinate, terms]));
    },
    /** The latest day of any entry, YYYY-MM-DD; null of an empty index. */
    latestDay: async (): Promise<string | null> => {
      const [row] = await database.$queryRaw<{ day: string | null }[]>`SELECT max(day)::text AS day FROM search_entry`;
      return row?.day ?? null;
    },
    /**
     * What is found, the latest first, up to one more than is counted, and how well its words stand. PostgreSQL goes through the slices in the order in which they are written down, one after the other, and
     * stops where there are enough. Each is looked up in the index of words whatever is looked for: a plan that would read from the latest day on, and test each record, is one for words that are everywhere,
     * and how often words stand together nobody knows before.
     *
     * @param slices the latest first
     */
    found: async (slices: readonly SliceAsked[], { from, until }: { readonly from: string | null; readonly until: string | null }): Promise<FoundEntry[]> => {
      if (slices.length === 0) return [];
      const values: (string | null)[] = [from, until];
      const written = (value: string | null) => `$${values.push(value)}::tsquery`;
      const parts = slices.map(({ slice, query, telling }) => {
        const score = telling.map(({ name, short }) => `CASE WHEN words @@ ${written(name)} THEN 3 WHEN words @@ ${written(short)} THEN 2 ELSE 1 END`).join(' + ');
        // The words of an entry are fetched once, and only of those that are ranked.
        return `(SELECT id, day, ${Number(slice)} AS slice, ${score} AS score FROM (SELECT id, day, vector || ''::tsvector AS words FROM (
          SELECT id, day, vector FROM search_entry WHERE vector @@ ${written(query)} AND ($1::date IS NULL OR day >= $1::date) AND ($2::date IS NULL OR day <= $2::date)
          ORDER BY day DESC, id DESC LIMIT ${mostFound + 1}) latest OFFSET 0) read)`;
      });
      const [, rows] = await database.$transaction([
        database.$executeRaw`SELECT set_config(name, value, true) FROM (VALUES ('enable_indexscan', 'off'), ('enable_seqscan', 'off'), ('jit', 'off'), ('max_parallel_workers_per_gather', '0'), ('work_mem', '32MB')) s (name, value)`,
        database.$queryRawUnsafe<FoundEntry[]>(`SELECT id, day::text AS day, slice, score FROM (${parts.join(' UNION ALL ')}) found LIMIT ${mostFound + 1}`, ...values),
      ]);
      return rows;
    },
    /** What these were made of, in no order. */
    texts: (ids: readonly string[]): Promise<FoundText[]> => database.$queryRaw<FoundText[]>`
      SELECT id, type, "values", stamps FROM search_entry JOIN search_text USING (id) WHERE id = ANY(${[...ids]}::text[])`,
    /** How often which values stand in these; one that has moved to another day since it was found counts no more, for its words lie in another slice. */
    values: (found: readonly FoundEntry[], counted: readonly CountAsked[]): Promise<ValueCount[]> => database.$queryRaw<ValueCount[]>`
      WITH asked AS MATERIALIZED (
        SELECT slice, code, readable::tsquery AS readable
        FROM unnest(${counted.map(({ slice }) => slice)}::int[], ${counted.map(({ code }) => code)}::text[], ${counted.map(({ readable }) => readable)}::text[]) AS a (slice, code, readable)),
      found AS MATERIALIZED (
        SELECT slice, type, facets, vector FROM unnest(${found.map(({ id }) => id)}::text[], ${found.map(({ day }) => day)}::date[], ${found.map(({ slice }) => slice)}::int[]) AS f (id, day, slice) JOIN search_entry USING (id, day))
      SELECT 'type' AS code, type AS value, count(*)::int AS count FROM found GROUP BY type
      UNION ALL
      SELECT code, value, count(*)::int FROM found, unnest(facets) AS f, LATERAL (SELECT split_part(f, ':', 1) AS code, substr(f, strpos(f, ':') + 1) AS value) v
      JOIN asked USING (code) WHERE asked.slice = found.slice AND (readable IS NULL OR vector @@ readable) GROUP BY code, value`,
    /** Words of these fields that share a form with one of these. */
    spellings: async (deletions: readonly string[], codes: readonly string[]): Promise<string[]> => {
      const rows = await database.$queryRaw<{ word: string }[]>`SELECT word FROM search_spelling WHERE deletions && ${[...deletions]}::text[] AND codes && ${[...codes]}::text[]`;
      return rows.map(({ word }) => word);
    },
  };
}

export type SearchIndex = ReturnType<typeof searchIndex>;
