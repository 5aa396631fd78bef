import { runsOf } from '@hub/kernel/text/runs-of.js';
import { stemOf } from '@hub/kernel/text/lexemes-of.js';
import { longestText } from './indexed.js';
import { kindsIn } from './kinds-in.js';
import { readingsOf, type SearchedWord } from './searched-words.js';

/** A part of an excerpt. */
export interface Fragment {
  readonly text: string;
  readonly matched: boolean;
}

/** Characters around the first match, and of an excerpt in all. */
const before = 20;
const longest = 160;

/**
 * An excerpt of a text in parts, from a little before the first word that was looked for; undefined where none stands in it.
 *
 * @param naming whether the text names a product, so that other names of its kind count
 */
export function highlight(text: string, words: readonly SearchedWord[], naming: boolean): Fragment[] | undefined {
  const marked = marksOf(text.slice(0, longestText), words.flatMap((word) => readingsOf(word, naming)), naming && words.some(({ kind }) => kind !== undefined));
  const first = marked.indexOf(true);
  if (first === -1) return undefined;
  const begin = boundary(text, Math.max(0, first - before));
  const end = boundary(text, Math.min(text.length, begin + longest));
  const fragments: { text: string; matched: boolean }[] = [];
  if (begin > 0) fragments.push({ text: '…', matched: false });
  for (let at = begin; at < end; at += 1) {
    const matched = marked[at] ?? false;
    const last = fragments.at(-1);
    if (last?.matched === matched && at > begin) last.text += text[at] ?? '';
    else fragments.push({ text: text[at] ?? '', matched });
  }
  if (end < text.length) fragments.push({ text: '…', matched: false });
  return fragments;
}

/** Whether each UTF-16 unit of a text belongs to a word that is looked for. A reading counts where the text has all of it. */
function marksOf(text: string, readings: readonly (readonly string[])[], kinds: boolean): boolean[] {
  const marks: boolean[] = [];
  const runs = runsOf(text);
  const placed = new Map<string, [number, number][]>();
  const place = (lexeme: string, from = 0, until = 0) => placed.set(lexeme, [...(placed.get(lexeme) ?? []), [from, until]]);
  for (const { ideographic, characters, from, until } of runs) {
    if (!ideographic) place(stemOf(characters.join('')), from[0], until.at(-1));
    else
      characters.forEach((character, index) => {
        place(character, from[index], until[index]);
        const next = characters[index + 1];
        if (next !== undefined) place(character + next, from[index], until[index + 1]);
      });
  }
  for (const { lexeme, from, until } of kinds ? kindsIn(text) : []) place(lexeme, from, until);
  for (const lexemes of readings.filter((reading) => reading.every((lexeme) => placed.has(lexeme)))) {
    for (const [from, until] of lexemes.flatMap((lexeme) => placed.get(lexeme) ?? [])) for (let at = from; at < until; at += 1) marks[at] = true;
  }
  return Array.from({ length: text.length }, (_each, at) => marks[at] ?? false);
}

/** Never between the two halves of a character. */
function boundary(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}
