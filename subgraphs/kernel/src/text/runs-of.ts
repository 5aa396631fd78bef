import { normalised } from './normalised.js';

/** Letters of one kind that stand beside one another. */
export interface Run {
  /** Chinese, Japanese and Korean are written without spaces. */
  readonly ideographic: boolean;
  readonly characters: readonly string[];
  /** UTF-16 units in the text: where each character begins, and ends. */
  readonly from: readonly number[];
  readonly until: readonly number[];
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const letter = /[\p{L}\p{N}]/u;

/** The runs of letters and digits of a text, in order. */
export function runsOf(text: string): Run[] {
  const runs: { ideographic: boolean; characters: string[]; from: number[]; until: number[] }[] = [];
  let run: (typeof runs)[number] | undefined;
  for (const { character, from, until } of normalised(text)) {
    if (!letter.test(character)) {
      run = undefined;
      continue;
    }
    const ideographic = ideograph.test(character);
    if (run?.ideographic !== ideographic) runs.push((run = { ideographic, characters: [], from: [], until: [] }));
    run.characters.push(character);
    run.from.push(from);
    run.until.push(until);
  }
  return runs;
}
