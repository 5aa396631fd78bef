import { bigramsOf, stemOf } from '@hub/kernel/text/lexemes-of.js';
import { runsOf } from '@hub/kernel/text/runs-of.js';
import { kindsIn } from './kinds-in.js';
import { mendable } from './spelling.js';

/** A word that is looked for: found in a field that has all lexemes of one of its readings. */
export interface SearchedWord {
  readonly readings: readonly (readonly string[])[];
  /** The kind of product that it names, by whose other names it is found as well; what is found by these alone comes after. */
  readonly kind?: string;
  /** As one would spell it, where its spelling can be mended. */
  readonly spelling?: string;
  /** The characters of a Chinese run, in which one may be wrong. */
  readonly characters?: readonly string[];
}

/** More are not looked for. */
export const mostWords = 12;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words that say nothing by themselves. */
const idle = new Set(['的', '了', '和', '与', '及', '或', '之', '是', '在', '对', 'the', 'a', 'an', 'of', 'and', 'or', 'for', 'with', 'in', 'on', 'to']);

/** The words of a search, at most so many; Chinese without spaces is cut into words by the dictionary of ICU, each looked for by itself. */
export function searchedWords(text: string): SearchedWord[] {
  const words = runsOf(text).flatMap(({ ideographic, characters }) => {
    const run = characters.join('');
    if (!ideographic) return [run];
    return cut(run);
  });
  const telling = words.filter((word) => !idle.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords).map(wordOf);
}

/** The same, where a name of a kind of product is one word (power bank), by whatever other name records call it. */
export function askedWords(text: string): SearchedWord[] {
  const kinds = kindsIn(text);
  const named = new Map(kinds.map(({ lexeme, from, until }): [string, SearchedWord] => [text.slice(from, until), { readings: [lexemesAsked(text.slice(from, until))], kind: lexeme }]));
  const rest = kinds.reduceRight((left, { from, until }) => left.slice(0, from) + ' '.repeat(until - from) + left.slice(until), text);
  const idleRest = runsOf(rest).every(({ characters }) => idle.has(characters.join('')));
  return [...named.values(), ...(named.size > 0 && idleRest ? [] : searchedWords(rest))].slice(0, mostWords);
}

/** In what a word is found, in a field that may name a product, or in another. */
export function readingsOf({ readings, kind }: SearchedWord, naming: boolean): readonly (readonly string[])[] {
  return naming && kind !== undefined ? [...readings, [kind]] : readings;
}

/** The same search with Chinese uncut: what is looked for where a character may be wrong, for the dictionary does not know such words. */
export function uncutWords(text: string): SearchedWord[] {
  const words = runsOf(text).map(({ characters }) => characters.join(''));
  const telling = words.filter((word) => !idle.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords).map(wordOf);
}

/**
 * Cuts Chinese into words. What the dictionary leaves as single characters it does not know: several of them are a word together, one belongs to the word before it, or after.
 */
function cut(run: string): string[] {
  const words: string[] = [];
  let singles = '';
  const close = () => {
    if (singles.length > 0 && Array.from(singles).length === 1 && words.length > 0) words.push(`${words.pop() ?? ''}${singles}`);
    else if (singles !== '') words.push(singles);
    singles = '';
  };
  for (const { segment } of segmenter.segment(run)) {
    if (idle.has(segment)) close();
    else if (Array.from(segment).length === 1) singles += segment;
    else if (words.length === 0 && Array.from(singles).length === 1) [words[0], singles] = [singles + segment, ''];
    else {
      close();
      words.push(segment);
    }
  }
  close();
  return words.length > 0 ? words : [run];
}

function lexemesAsked(text: string): string[] {
  return runsOf(text).flatMap(({ ideographic, characters }) => (ideographic ? bigramsOf(characters) : [stemOf(characters.join(''))]));
}

function wordOf(word: string): SearchedWord {
  const characters = Array.from(word);
  if (runsOf(word)[0]?.ideographic) return { readings: [bigramsOf(characters)], characters };
  return { readings: [[stemOf(word)]], ...(mendable.test(word) && { spelling: word }) };
}
