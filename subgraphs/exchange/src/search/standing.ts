import type { SearchIndex } from '../repository/search-index.js';
import { readingsOf, type SearchedWord } from './searched-words.js';

/** Whether any record has, or had, a lexeme in the field of a code. What stands nowhere need not be asked for: each lexeme of a question is looked up in each slice of the index. */
export type Standing = (lexeme: string, code: string) => boolean;

/** Lexemes of which it is known where they stand. Numbers are as many as records, and are asked for wherever they may be. */
export const isKnown = (lexeme: string): boolean => !/[0-9]/.test(lexeme);

/** Where the lexemes of these words stand. */
export async function standingOf(index: SearchIndex, words: readonly SearchedWord[]): Promise<Standing> {
  const lexemes = [...new Set(words.flatMap((word) => readingsOf(word, true).flat()))].filter(isKnown);
  const codes = lexemes.length === 0 ? new Map<string, readonly string[]>() : await index.codesOf(lexemes);
  return (lexeme, code) => !isKnown(lexeme) || (codes.get(lexeme)?.includes(code) ?? false);
}
