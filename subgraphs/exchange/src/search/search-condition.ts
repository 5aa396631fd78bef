import { anyReading } from './any-reading.js';
import type { Facet, SearchedField } from './searched-fields.js';
import { keyOf, searchedFields, typeOf } from './searched-fields.js';
import { facetLexeme } from './facet-lexeme.js';
import type { SearchedWord } from './searched-words.js';
import { all, any, has, type LexemeCondition } from './tsquery.js';

/** What of the index a caller may look into: by coordinate the rows on which it may read the field, keys among them; without an entry none. */
export type ReadableRows = ReadonlyMap<string, LexemeCondition>;

export interface SearchAsked {
  readonly words: readonly SearchedWord[];
  /** Names of the types, all that are searched where it is absent. */
  readonly types?: readonly string[] | undefined;
  /** One of these values, by facet. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

/** What is looked for in the index, in tsqueries. */
export interface SearchCondition {
  /** The records that are found. */
  readonly found: LexemeCondition;
  /** By word: those in which it stands in a name, and in a short text or a name. */
  readonly telling: readonly { readonly name: LexemeCondition; readonly short: LexemeCondition }[];
  /** By the code of a field that hits are counted by: those on which the caller may read it. */
  readonly counted: readonly { readonly code: string; readonly facet: Facet; readonly readable: LexemeCondition }[];
}

/**
 * Makes of words and rights one condition, which the index answers: a record is found where its key is open to the caller, and each word stands in a field that is open to it on
 * that very row. What is closed is never asked for, so that nothing can be told of it.
 */
export function searchCondition({ words, types, facets }: SearchAsked, readable: ReadableRows): SearchCondition {
  const open = searchedFields.filter(({ coordinate }) => (readable.get(coordinate) ?? false) !== false && (types?.includes(typeOf(coordinate)) ?? true));
  const rowsOf = ({ coordinate }: SearchedField): LexemeCondition => {
    const rows = readable.get(coordinate) ?? false;
    // Told once for the whole record.
    return rows === readable.get(keyOf(typeOf(coordinate))) ? true : rows;
  };
  const standsIn = (word: SearchedWord, fields: readonly SearchedField[]): LexemeCondition =>
    any(fields.map((field) => all([rowsOf(field), anyReading(word.readings, field.code)])));
  const found = [...new Set(open.map(({ coordinate }) => typeOf(coordinate)))].map((type) => {
    const fields = open.filter(({ coordinate }) => typeOf(coordinate) === type);
    const narrowed = Object.entries(facets).map(([facet, values]) =>
      any(fields.filter((field) => field.facet === facet).map((field) => all([rowsOf(field), any(values.map((value) => has(facetLexeme(field.code, value))))]))),
    );
    const worded = fields.filter(({ weight }) => weight > 0);
    return all([readable.get(keyOf(type)) ?? false, ...words.map((word) => standsIn(word, worded)), ...narrowed]);
  });
  return {
    found: any(found),
    telling: words.map((word) => ({ name: standsIn(word, open.filter(({ weight }) => weight === 3)), short: standsIn(word, open.filter(({ weight }) => weight >= 2)) })),
    counted: open.flatMap((field) => (field.facet ? [{ code: field.code, facet: field.facet, readable: rowsOf(field) }] : [])),
  };
}
