import { anyReading } from './any-reading.js';
import type { Facet, SearchedField } from './searched-fields.js';
import { keyOf, namesProduct, searchedFields, typeOf } from './searched-fields.js';
import { facetLexeme } from './facet-lexeme.js';
import { readingsOf, type SearchedWord } from './searched-words.js';
import type { Standing } from './standing.js';
import { all, any, has, type LexemeCondition } from './tsquery.js';

/** What of the index a caller may look into: by coordinate the rows on which it may read the field, keys among them; without an entry none. */
export type ReadableRows = ReadonlyMap<string, LexemeCondition>;

export interface SearchAsked {
  readonly words: readonly SearchedWord[];
  readonly stands: Standing;
  /** Names of the types, all that are searched where it is absent. */
  readonly types?: readonly string[] | undefined;
  /** One of these values, by facet. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

/** What is looked for in the index, in tsqueries. */
export interface SearchCondition {
  /** The records that are found. */
  readonly found: LexemeCondition;
  /** By word: those in which it stands, as it is written, in a name, and in a short text or a name. */
  readonly telling: readonly { readonly name: LexemeCondition; readonly short: LexemeCondition }[];
  /** Codes of fields that hits are counted by, and those on which the caller may read them. */
  readonly counted: readonly { readonly codes: readonly string[]; readonly readable: LexemeCondition }[];
}

/**
 * Makes of words and rights one condition, which the index answers: a record is found where its key is open to the caller, and each word stands in a field that is open to it on
 * that very row. What is closed is never asked for, so that nothing can be told of it.
 */
export function searchCondition({ words, stands, types, facets }: SearchAsked, readable: ReadableRows): SearchCondition {
  const open = searchedFields.filter(({ coordinate }) => (readable.get(coordinate) ?? false) !== false && (types?.includes(typeOf(coordinate)) ?? true));
  const rowsOf = ({ coordinate }: SearchedField): LexemeCondition => {
    const rows = readable.get(coordinate) ?? false;
    // Told once for the whole record.
    return rows === readable.get(keyOf(typeOf(coordinate))) ? true : rows;
  };
  const byRows = (fields: readonly SearchedField[]): [LexemeCondition, SearchedField[]][] =>
    Array.from(new Set(fields.map(rowsOf)), (rows) => [rows, fields.filter((field) => rowsOf(field) === rows)]);
  const standsIn = (fields: readonly SearchedField[], readingsIn: (field: SearchedField) => SearchedWord['readings'], standing: Standing): LexemeCondition =>
    any(byRows(fields).map(([rows, own]) => all([rows, any(own.map((field) => anyReading(readingsIn(field).filter((reading) => reading.every((lexeme) => standing(lexeme, field.code))), field.code)))])));
  const byType = [...new Set(open.map(({ coordinate }) => typeOf(coordinate)))].map((type) => {
    const fields = open.filter(({ coordinate }) => typeOf(coordinate) === type);
    const narrowed = Object.entries(facets).map(([facet, values]) =>
      any(fields.filter((field) => field.facet === facet).map((field) => all([rowsOf(field), any(values.map((value) => has(facetLexeme(field.code, value))))]))),
    );
    return { key: readable.get(keyOf(type)) ?? false, worded: fields.filter(({ weight }) => weight > 0), narrowed };
  });
  // What stands in no record of a type is asked for all the same, in one of its fields: or the time would tell whether records have it that are hidden from the caller.
  const foundIn = (worded: readonly SearchedField[], word: SearchedWord): LexemeCondition => {
    const readingsIn = (field: SearchedField) => readingsOf(word, namesProduct(field));
    const where = standsIn(worded, readingsIn, stands);
    return where === false ? standsIn(worded.slice(0, 1), readingsIn, () => true) : where;
  };
  return {
    // Of any type: its key is open, each word stands in it, and it has what is narrowed by.
    found: any(byType.map(({ key, worded, narrowed }) => all([key, ...words.map((word) => foundIn(worded, word)), ...narrowed]))),
    telling: words.map(({ readings }) => ({ name: standsIn(open.filter(({ weight }) => weight === 3), () => readings, stands), short: standsIn(open.filter(({ weight }) => weight >= 2), () => readings, stands) })),
    counted: byRows(open.filter(({ facet }) => facet !== undefined)).map(([readable, fields]) => ({ codes: fields.map(({ code }) => code), readable })),
  };
}
