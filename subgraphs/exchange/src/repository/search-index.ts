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

/** Records of the latest days that are ranked, and records that are counted. */
export const [mostRanked, mostCounted] = [2_000, 10_000];

/** How often a value stands in what was found, by the code of its field; of the type under `type`. */
export interface ValueCount {
  readonly code: string;
  readonly value: string;
  readonly count: number;
}

/**
 * Reads the index of the search. Each statement is planned for its own words: what is found by a rare word is looked up, what is found by a frequent one is read
 * from the latest day on. A plan for any words would be wrong for most.
 */
export function searchIndex(database: ExchangeDatabase) {
  const read = async <Row>(statement: string, ...values: readonly unknown[]): Promise<Row[]> => {
    const settings = database.$executeRaw`SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)`;
    const [, rows] = await database.$transaction([settings, database.$queryRawUnsafe<Row[]>(statement, ...values)]);
    return rows;
  };
  const between = '($2::date IS NULL OR day >= $2::date) AND ($3::date IS NULL OR day <= $3::date)';
  return {
    /** The terms that the owners enforce, by coordinate. */
    terms: async (coordinates: readonly string[]): Promise<ReadonlyMap<string, FieldTerms>> => {
      const rows = await database.$queryRaw<{ coordinate: string; terms: FieldTerms }[]>`SELECT coordinate, terms FROM search_terms WHERE coordinate = ANY(${[...coordinates]}::text[])`;
      return new Map(rows.map(({ coordinate, terms }) => [coordinate, terms]));
    },
    /** @param telling by word: where it stands in a name, and where in a name or a short text, as tsqueries; null where it stands in none */
    page: ({ query, from, until }: Found, telling: readonly { readonly name: string | null; readonly short: string | null }[], after: HitPlace | null, take: number): Promise<FoundEntry[]> => {
      const score = telling.map((_word, index) => `CASE WHEN vector @@ $${9 + 2 * index}::tsquery THEN 3 WHEN vector @@ $${10 + 2 * index}::tsquery THEN 2 ELSE 1 END`).join(' + ');
      return read<FoundEntry>(
        `WITH ranked AS (
           SELECT id, type, day, (${score})::int AS score FROM search_entry WHERE vector @@ $1::tsquery AND ${between}
           ORDER BY day DESC, id DESC LIMIT $8::int),
         page AS (
           SELECT * FROM ranked WHERE $4::int IS NULL OR (score, day, id) < ($4::int, $5::date, $6::text)
           ORDER BY score DESC, day DESC, id DESC LIMIT $7::int)
         SELECT id, type, score, day::text AS day, "values", stamps FROM page JOIN search_text USING (id) ORDER BY score DESC, page.day DESC, id DESC`,
        query, from, until, after?.score ?? null, after?.day ?? null, after?.id ?? null, take, mostRanked, ...telling.flatMap(({ name, short }) => [name, short]),
      );
    },
    /** How many are found, up to one more than are counted. */
    count: async ({ query, from, until }: Found): Promise<number> => {
      const [row] = await read<{ found: number }>(`SELECT count(*)::int AS found FROM (SELECT FROM search_entry WHERE vector @@ $1::tsquery AND ${between} LIMIT $4::int) f`, query, from, until, mostCounted + 1);
      return row?.found ?? 0;
    },
    /**
     * @param counted fields by whose values hits are counted, each on the rows where it may be read; null on all that are found
     */
    values: ({ query, from, until }: Found, counted: readonly { readonly code: string; readonly readable: string | null }[]): Promise<ValueCount[]> =>
      read<ValueCount>(
        `WITH found AS MATERIALIZED (SELECT type, facets, vector FROM search_entry WHERE vector @@ $1::tsquery AND ${between} LIMIT $4::int)
         SELECT 'type' AS code, type AS value, count(*)::int AS count FROM found GROUP BY type
         UNION ALL
         SELECT code, value, count(*)::int FROM found, unnest(facets) AS f, LATERAL (SELECT split_part(f, ':', 1) AS code, substr(f, strpos(f, ':') + 1) AS value) v
         JOIN unnest($5::text[], $6::text[]) AS c (code, readable) USING (code) WHERE c.readable IS NULL OR vector @@ c.readable::tsquery GROUP BY code, value`,
        query, from, until, mostCounted, counted.map(({ code }) => code), counted.map(({ readable }) => readable),
      ),
    /** Words of these fields that share a form with one of these. */
    spellings: async (deletions: readonly string[], codes: readonly string[]): Promise<string[]> => {
      const rows = await database.$queryRaw<{ word: string }[]>`SELECT word FROM search_spelling WHERE deletions && ${[...deletions]}::text[] AND codes && ${[...codes]}::text[]`;
      return rows.map(({ word }) => word);
    },
  };
}

export type SearchIndex = ReturnType<typeof searchIndex>;
