import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { SearchedRow, SearchedRows } from '@hub/kernel/searched/searched-rows.js';
import { lexemesOf } from '@hub/kernel/text/lexemes-of.js';
import type { KeptEntry } from '../repository/keep-search-entries.js';
import type { Indexed } from '../repository/search-turn.js';
import { facetLexeme, facetValue } from './facet-lexeme.js';
import { kindsIn } from './kinds-in.js';
import { namesProduct, searchedFields, typeOf, type SearchedField } from './searched-fields.js';
import { deletionsOf, spelledWords } from './spelling.js';
import { noDay, sliceOf } from './slices.js';
import { isKnown } from './standing.js';
import { stampLexemes } from './stamp-lexemes.js';
import { quoted } from './tsquery.js';

/** Counted up where the same rows make another index: then all are read again. */
export const indexFormat = 3;
/** Characters of a text that are looked into. */
export const longestText = 10_000;

/** What the index has of rows that an owner has told: each word with the code of the field that it stands in, and the stamps. */
export function indexed(type: string, { rows, gone }: SearchedRows): Indexed {
  const fields = searchedFields.filter(({ coordinate }) => typeOf(coordinate) === type);
  const [spellings, standing] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const note = (codes: Map<string, Set<string>>, word: string, code: string) => codes.set(word, (codes.get(word) ?? new Set()).add(code));
  const entries = rows.map((row) =>
    entryOf(row, fields, ({ code }, text, lexemes) => {
      for (const word of spelledWords(text)) note(spellings, word, code);
      for (const lexeme of lexemes) if (isKnown(lexeme)) note(standing, lexeme, code);
    }),
  );
  return {
    entries,
    lexemes: Array.from(standing, ([lexeme, codes]) => ({ lexeme, codes: [...codes] })),
    spellings: Array.from(spellings, ([word, codes]) => ({ word, codes: [...codes], deletions: deletionsOf(word) })),
    gone,
  };
}

/** @param tell what stands in each text */
function entryOf(row: SearchedRow, fields: readonly SearchedField[], tell: (field: SearchedField, text: string, lexemes: readonly string[]) => void): KeptEntry {
  const { id, day, stamps } = row;
  const kept = new Set(stampLexemes(stamps));
  const counted = new Set<string>();
  const values: Record<string, readonly string[]> = {};
  for (const field of fields) {
    const texts = (row.values[field.coordinate] ?? []).map((text) => text.slice(0, longestText));
    values[field.coordinate] = texts;
    for (const text of texts) {
      if (field.facet) {
        counted.add(`${field.code}:${facetValue(text)}`);
        for (const each of around(field, text)) kept.add(facetLexeme(field.code, each));
      }
      if (field.weight === 0) continue;
      const lexemes = [...lexemesOf(text), ...(namesProduct(field) ? kindsIn(text).map(({ lexeme }) => lexeme) : [])];
      for (const lexeme of lexemes) kept.add(`${field.code}:${lexeme}`);
      tell(field, text, lexemes);
    }
  }
  const slice = sliceOf(day ?? noDay);
  return { id, day: day ?? noDay, vector: Array.from(kept, (lexeme) => quoted(`${slice}${lexeme}`)).join(' '), facets: [...counted], values, stamps, hash: sha256(canonicalJson([indexFormat, row])) };
}

/** A region is found by those around it as well. */
function around({ facet }: SearchedField, value: string): string[] {
  return facet === 'sellerRegion' ? [2, 4, 6].map((digits) => value.slice(0, digits)) : [value];
}
