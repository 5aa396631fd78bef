import { stemmer } from 'stemmer';
import { runsOf } from './runs-of.js';

/** Longer words are none that anybody would type; they are found by their beginning. */
const longest = 40;

/** An English word, or a number, as it is compared: its stem. */
export function stemOf(word: string): string {
  const kept = word.slice(0, longest);
  return /^[a-z]{3,}$/.test(kept) ? stemmer(kept) : kept;
}

/** What two characters beside one another are found by; one that stands alone by itself. */
export function bigramsOf(characters: readonly string[]): string[] {
  return characters.length === 1 ? [...characters] : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** What is kept of a text to find it by: the stems of words, and of Chinese each character and each two that stand beside one another. */
export function lexemesOf(text: string): Set<string> {
  const lexemes = new Set<string>();
  for (const { ideographic, characters } of runsOf(text)) {
    if (!ideographic) lexemes.add(stemOf(characters.join('')));
    else for (const each of [...characters, ...bigramsOf(characters)]) lexemes.add(each);
  }
  return lexemes;
}
