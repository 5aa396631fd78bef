import { bigramsOf, stemOf } from '@hub/kernel/text/lexemes-of.js';
import type { SearchedWord } from './searched-words.js';
import { withinOneSlip } from './spelling.js';

/** Chinese words from this length on may have one wrong character. */
const shortestRun = 3;

/**
 * A word with the readings that one slip makes possible: of English those of known words that are one letter away, of Chinese those without one of its characters.
 *
 * @param known words of the index that may be meant
 */
export function mendedWord(word: SearchedWord, known: readonly string[]): SearchedWord {
  const { readings, spelling, characters } = word;
  if (spelling !== undefined) {
    const meant = known.filter((candidate) => candidate !== spelling && withinOneSlip(spelling, candidate));
    return { ...word, readings: [...readings, ...meant.map((candidate) => [stemOf(candidate)])] };
  }
  if (characters === undefined || characters.length < shortestRun) return word;
  const without = characters.map((_character, index) => [characters.slice(0, index), characters.slice(index + 1)].filter((part) => part.length > 0).flatMap(bigramsOf));
  return { ...word, readings: [...readings, ...without] };
}
