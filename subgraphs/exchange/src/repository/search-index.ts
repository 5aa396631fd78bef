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

/** What a record was made of. */
export interface FoundText {
  readonly id: string;
  readonly type: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly stamps: Stamps;
}

/** What is looked for in a slice of the index, in tsqueries. */
export interface SliceAsked {
  readonly query: string;
  /** By word: where it stands in a name, and where in a name or a short text; null where it stands in none. */
  readonly telling: readonly { readonly name: string | null; readonly short: string | null }[];
  /** Fields by whose values hits are counted, by their codes, and the rows on which these may be read; null on all that are found. */
  readonly counted: readonly { readonly codes: readonly string[]; readonly readable: string | null }[];
}

/** Days between which is looked for, YYYY-MM-DD; null where none is given. */
export interface DaysAsked {
  readonly from: string | null;
  readonly until: string | null;
}

/** Records that are ranked and counted, those of the latest days. */
export const mostFound = 2_000;

/** What is found, of one instant. */
export interface Found {
  /** How many there are, one more than are counted where there are more. */
  readonly total: number;
  /** Those of the page, in their order, and one more where there are more. */
  readonly hits: readonly (HitPlace & FoundText)[];
  readonly values: readonly ValueCount[];
}

/** How often a value stands in what was found, by the code of its field; of the type under `type`. */
export interface ValueCount {
  readonly code: string;
  readonly value: string;
  readonly count: number;
}

/** Reads the index of the search. */
export function searchIndex(database: ExchangeDatabase) {
  /**
   * Asks the index of words, whatever is looked for: a plan that would read from the latest day on, and test each record, is one for words that are everywhere, and how often words stand together nobody
   * knows before.
   */
  const looked = async <Row>(query: string, values: readonly unknown[]): Promise<Row[]> => {
    const [, rows] = await database.$transaction([
      database.$executeRaw`SELECT set_config(name, value, true) FROM (VALUES ('enable_indexscan', 'off'), ('enable_seqscan', 'off'), ('jit', 'off'), ('max_parallel_workers_per_gather', '0'), ('work_mem', '32MB')) s (name, value)`,
      database.$queryRawUnsafe<Row[]>(query, ...values),
    ]);
    return rows;
  };
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
     * A page of what is found, how much that is, and which values stand in it: of the latest records, up to one more than are counted, ranked by how well their words stand.
     *
     * @param slices the latest first
     * @param page hits of it, and the last one before it
     */
    found: async (slices: readonly SliceAsked[], days: DaysAsked, { size, after }: { readonly size: number; readonly after: HitPlace | null }): Promise<Found> => {
      const values: unknown[] = [];
      const given = (value: unknown) => `$${values.push(value)}`;
      const rows = await looked<Found>(`
        WITH latest AS MATERIALIZED (${latest(slices, days, given)}),
        counted AS MATERIALIZED (SELECT * FROM latest LIMIT ${mostFound}),
        page AS MATERIALIZED (
          SELECT id, type, day, score FROM counted WHERE ${after === null ? 'true' : `(score, day, id) < (${given(after.score)}::int, ${given(after.day)}::date, ${given(after.id)}::text)`}
          ORDER BY score DESC, day DESC, id DESC LIMIT ${given(size + 1)}::int),
        "values" AS (
          SELECT 'type' AS code, type AS value, count(*) FROM counted GROUP BY type
          UNION ALL
          SELECT code, value, count(*) FROM counted, unnest(facets) AS f, LATERAL (SELECT split_part(f, ':', 1) AS code, substr(f, strpos(f, ':') + 1) AS value) v WHERE code = ANY(open) GROUP BY code, value)
        SELECT (SELECT count(*)::int FROM latest) AS total,
          (SELECT coalesce(json_agg(h ORDER BY score DESC, day DESC, id DESC), '[]') FROM (SELECT id, type, day, score, "values", stamps FROM page JOIN search_text USING (id)) h) AS hits,
          (SELECT coalesce(json_agg(v), '[]') FROM "values" v) AS "values"`, values);
      return rows[0] ?? { total: 0, hits: [], values: [] };
    },
    /** The latest that are found, up to so many as are counted. */
    latest: async (slices: readonly SliceAsked[], days: DaysAsked): Promise<string[]> => {
      const values: unknown[] = [];
      const rows = await looked<{ id: string }>(`SELECT id FROM (${latest(slices, days, (value) => `$${values.push(value)}`)}) found LIMIT ${mostFound}`, values);
      return rows.map(({ id }) => id);
    },
    /** What these were made of, in no order. */
    texts: (ids: readonly string[]): Promise<FoundText[]> => database.$queryRaw<FoundText[]>`
      SELECT id, type, "values", stamps FROM search_entry JOIN search_text USING (id) WHERE id = ANY(${[...ids]}::text[])`,
    /** The codes of the fields in which each of these lexemes stands, or stood; those that stand in none are left out. */
    codesOf: async (lexemes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
      const rows = await database.$queryRaw<{ lexeme: string; codes: string[] }[]>`SELECT lexeme, codes FROM search_lexeme WHERE lexeme = ANY(${[...lexemes]}::text[])`;
      return new Map(rows.map(({ lexeme, codes }) => [lexeme, codes]));
    },
    /** Words of these fields that share a form with one of these. */
    spellings: async (deletions: readonly string[], codes: readonly string[]): Promise<string[]> => {
      const rows = await database.$queryRaw<{ word: string }[]>`SELECT word FROM search_spelling WHERE deletions && ${[...deletions]}::text[] AND codes && ${[...codes]}::text[]`;
      return rows.map(({ word }) => word);
    },
  };
}

export type SearchIndex = ReturnType<typeof searchIndex>;

/**
 * The latest records that are found, up to one more than are counted: how well their words stand, and the codes of the fields that may be counted on each. PostgreSQL goes through the slices in the order in
 * which they are written down, one after the other, and stops where there are enough.
 */
function latest(slices: readonly SliceAsked[], { from, until }: DaysAsked, given: (value: unknown) => string): string {
  const most = mostFound + 1;
  const [first, last] = [given(from), given(until)];
  const parts = slices.map(({ query, telling, counted }) => {
    const score = telling.map(({ name, short }) => `CASE WHEN words @@ ${given(name)}::tsquery THEN 3 WHEN words @@ ${given(short)}::tsquery THEN 2 ELSE 1 END`).join(' + ');
    const open = counted.map(({ codes, readable }) => (readable === null ? `${given(codes)}::text[]` : `CASE WHEN words @@ ${given(readable)}::tsquery THEN ${given(codes)}::text[] END`)).join(' || ');
    // The words of an entry are fetched once, and only of those that are ranked.
    return `(SELECT id, type, day, facets, ${score || '0'} AS score, ${open || "'{}'::text[]"} AS open FROM (SELECT id, type, day, facets, vector || ''::tsvector AS words FROM (
      SELECT id, type, day, facets, vector FROM search_entry WHERE vector @@ ${given(query)}::tsquery AND (${first}::date IS NULL OR day >= ${first}::date) AND (${last}::date IS NULL OR day <= ${last}::date)
      ORDER BY day DESC, id DESC LIMIT ${most}) entry OFFSET 0) read)`;
  });
  return `SELECT * FROM (${parts.join(' UNION ALL ')}) found LIMIT ${most}`;
}
