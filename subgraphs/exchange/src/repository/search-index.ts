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

/** A record that was found, with what it was made of. */
export interface FoundEntry extends HitPlace {
  readonly type: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly stamps: Stamps;
}

/** Which records are found: a tsquery, and the days between which they lie. */
export interface Found {
  readonly query: string;
  readonly from: string | null;
  readonly until: string | null;
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
    /** Days from which on so many hundredths of all entries lie, as PostgreSQL has last seen them; none where it has not. */
    days: async (hundredths: readonly number[]): Promise<string[]> => {
      const [row] = await database.$queryRaw<{ bounds: string[] }[]>`
        SELECT histogram_bounds::text::date[]::text[] AS bounds FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'search_entry' AND attname = 'day' AND histogram_bounds IS NOT NULL`;
      return row ? hundredths.flatMap((share) => row.bounds[Math.floor(((row.bounds.length - 1) * (100 - share)) / 100)] ?? []) : [];
    },
    /**
     * What is found, the latest first, up to one more than is counted. It is looked up in the index of words whatever is looked for: a plan that would read from the latest day on, and test each record, is
     * one for words that are everywhere, and how often words stand together nobody knows before.
     */
    latest: async ({ query, from, until }: Found): Promise<string[]> => {
      const [, rows] = await database.$transaction([
        database.$executeRaw`SELECT set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`,
        database.$queryRaw<{ id: string }[]>`
          SELECT id FROM search_entry WHERE vector @@ ${query}::tsquery AND (${from}::date IS NULL OR day >= ${from}::date) AND (${until}::date IS NULL OR day <= ${until}::date)
          ORDER BY day DESC, id DESC LIMIT ${mostFound + 1}`,
      ]);
      return rows.map(({ id }) => id);
    },
    /**
     * A page of these, the best first.
     *
     * @param telling by word: where it stands in a name, and where in a name or a short text, as tsqueries; null where it stands in none
     */
    page: (ids: readonly string[], telling: readonly { readonly name: string | null; readonly short: string | null }[], after: HitPlace | null, take: number): Promise<FoundEntry[]> => {
      const score = telling.map((_word, index) => `CASE WHEN vector @@ $${6 + 2 * index}::tsquery THEN 3 WHEN vector @@ $${7 + 2 * index}::tsquery THEN 2 ELSE 1 END`).join(' + ');
      return database.$queryRawUnsafe<FoundEntry[]>(
        `WITH ranked AS (SELECT id, type, day, (${score})::int AS score FROM search_entry WHERE id = ANY($1::text[])),
         page AS (SELECT * FROM ranked WHERE $2::int IS NULL OR (score, day, id) < ($2::int, $3::date, $4::text) ORDER BY score DESC, day DESC, id DESC LIMIT $5::int)
         SELECT id, type, score, day::text AS day, "values", stamps FROM page JOIN search_text USING (id) ORDER BY score DESC, page.day DESC, id DESC`,
        ids, after?.score ?? null, after?.day ?? null, after?.id ?? null, take, ...telling.flatMap(({ name, short }) => [name, short]),
      );
    },
    /**
     * How often which values stand in these.
     *
     * @param counted fields by whose values hits are counted, each on the rows where it may be read; null on all that are found
     */
    values: (ids: readonly string[], counted: readonly { readonly code: string; readonly readable: string | null }[]): Promise<ValueCount[]> => database.$queryRaw<ValueCount[]>`
      WITH found AS MATERIALIZED (SELECT type, facets, vector FROM search_entry WHERE id = ANY(${[...ids]}::text[]))
      SELECT 'type' AS code, type AS value, count(*)::int AS count FROM found GROUP BY type
      UNION ALL
      SELECT code, value, count(*)::int FROM found, unnest(facets) AS f, LATERAL (SELECT split_part(f, ':', 1) AS code, substr(f, strpos(f, ':') + 1) AS value) v
      JOIN unnest(${counted.map(({ code }) => code)}::text[], ${counted.map(({ readable }) => readable)}::text[]) AS c (code, readable) USING (code)
      WHERE c.readable IS NULL OR vector @@ c.readable::tsquery GROUP BY code, value`,
    /** Words of these fields that share a form with one of these. */
    spellings: async (deletions: readonly string[], codes: readonly string[]): Promise<string[]> => {
      const rows = await database.$queryRaw<{ word: string }[]>`SELECT word FROM search_spelling WHERE deletions && ${[...deletions]}::text[] AND codes && ${[...codes]}::text[]`;
      return rows.map(({ word }) => word);
    },
  };
}

export type SearchIndex = ReturnType<typeof searchIndex>;
