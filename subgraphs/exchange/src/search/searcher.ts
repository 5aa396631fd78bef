import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { pageSize } from '@hub/schema/policy/cost/page-size.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import { searchedTypes, type SearchedType } from '../domain/searched-types.js';
import { mostFound, type Found, type FoundText, type HitPlace, type SearchIndex } from '../repository/search-index.js';
import { facetCounts, type FacetCounts } from './facet-counts.js';
import { decodeHit, encodeHit } from './hit-cursor.js';
import { highlight, type Fragment } from './highlight.js';
import { mendedWord } from './mended-word.js';
import { coordinatesOf, readableFields, type ReadableFields } from './readable-fields.js';
import { searchCondition, type SearchCondition } from './search-condition.js';
import { namesProduct, searchedFields, typeOf, type Facet } from './searched-fields.js';
import { askedWords, uncutWords, type SearchedWord } from './searched-words.js';
import { slicesAsked } from './slices-asked.js';
import { deletionsOf } from './spelling.js';
import { standingOf } from './standing.js';

/** What is looked for. */
export interface SearchAsked {
  readonly text: string;
  /** Names in the schema, such as `Sample`. */
  readonly types: readonly string[];
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly from: string | null;
  readonly until: string | null;
  /** Hits of the page; as many as any list gives where it is null. */
  readonly size: number | null;
  readonly after: string | null;
}

export interface Hit {
  readonly cursor: string;
  readonly type: SearchedType;
  readonly record: { readonly __typename: string; readonly id: string };
  readonly score: number;
  readonly highlights: () => { readonly field: string; readonly fragments: readonly Fragment[] }[];
}

export interface Results {
  readonly nodes: readonly Hit[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly totalCountCapped: boolean;
  };
  readonly totalCount: number;
  readonly facets: () => FacetCounts;
  readonly corrected: boolean;
}

/** @throws GraphQLError PAGE_SIZE_INVALID, CURSOR_INVALID */
export type Search = (asked: SearchAsked) => Promise<Results>;

/** Records without a day lie before it, and are not found between days. */
const firstDay = '1000-01-01';
/** How much less a hit counts whose words are only like those that were asked for. */
const mendedScore = 0.5;
const nothing: Found = { total: 0, hits: [], values: [] };
const nameOf = new Map(Object.entries(searchedTypes).map(([name, type]) => [type as string, name as SearchedType]));

/**
 * Looks for words in what a caller may read at this instant: rights are part of what the index is asked, so that nothing else is found, ranked, counted or shown. Words that
 * nothing has as they are written are looked for as they may have been meant.
 */
export function searcher(authority: OperationAuthority, index: SearchIndex, locale: Locale): Search {
  return async (asked) => {
    const { text, types } = asked;
    const size = asked.size ?? pageSize.standard;
    if (size < 1 || size > pageSize.limit) throw codedError('PAGE_SIZE_INVALID', locale, { limit: pageSize.limit });
    const after = asked.after === null ? null : decodeHit(asked.after, locale);
    const coordinates = coordinatesOf(types);
    const readable = readableFields(authority, coordinates, await index.terms(coordinates));
    let words: readonly SearchedWord[] = after?.corrected ? await mended(text, readable) : askedWords(text);
    const condition = await conditionOf(words);
    let found = await foundBy(condition);
    let corrected = after?.corrected ?? false;
    if (found.total === 0 && after === null) {
      const meant = await mended(text, readable);
      const meantCondition = await conditionOf(meant);
      const similar = meantCondition.found === condition.found ? found : await foundBy(meantCondition);
      if (similar.total > 0) [words, found, corrected] = [meant, similar, true];
    }
    const { total, values } = found;
    const capped = total > mostFound;
    const hits = found.hits.slice(0, size).map((hit) => hitOf(hit, words, corrected, readable));
    return {
      nodes: hits,
      pageInfo: {
        hasNextPage: found.hits.length > size,
        hasPreviousPage: after !== null,
        startCursor: hits[0]?.cursor ?? null,
        endCursor: hits.at(-1)?.cursor ?? null,
        totalCountCapped: capped,
      },
      totalCount: Math.min(total, mostFound),
      facets: () => facetCounts(values, capped),
      corrected,
    };

    async function conditionOf(looked: readonly SearchedWord[]): Promise<SearchCondition> {
      return searchCondition({ words: looked, stands: await standingOf(index, looked), types, facets: asked.facets }, readable.rows);
    }

    async function foundBy(looked: SearchCondition): Promise<Found> {
      const days = { from: asked.from ?? (asked.until === null ? null : firstDay), until: asked.until };
      const slices = await slicesAsked(index, looked, days);
      return slices.length === 0 ? nothing : index.found(slices, days, { size, after });
    }
  };

  /** The words of a search as they may have been meant: of the fields that the caller may look into, on some row. */
  async function mended(text: string, { rows }: ReadableFields): Promise<SearchedWord[]> {
    const words = uncutWords(text);
    const codes = searchedFields.filter(({ coordinate, weight }) => weight > 0 && (rows.get(coordinate) ?? false) !== false).map(({ code }) => code);
    const forms = words.flatMap(({ spelling }) => (spelling === undefined ? [] : deletionsOf(spelling)));
    const known = forms.length === 0 ? [] : await index.spellings(forms, codes);
    return words.map((word) => mendedWord(word, known));
  }

  function hitOf({ id, type, score, day, stamps, values }: HitPlace & FoundText, words: readonly SearchedWord[], corrected: boolean, { reads }: ReadableFields): Hit {
    return {
      cursor: encodeHit({ score, day, id }, corrected),
      type: nameOf.get(type) ?? 'RISK_INFORMATION',
      record: authority.admit({ __typename: type, id }, stamps, type),
      score: (score / (3 * Math.max(words.length, 1))) * (corrected ? mendedScore : 1),
      highlights: () =>
        searchedFields.flatMap((field) => {
          const { coordinate, weight } = field;
          if (weight === 0 || typeOf(coordinate) !== type || !reads(coordinate, stamps)) return [];
          return (values[coordinate] ?? []).flatMap((value) => {
            const fragments = highlight(value, words, namesProduct(field));
            return fragments ? [{ field: coordinate, fragments }] : [];
          });
        }),
    };
  }
}
