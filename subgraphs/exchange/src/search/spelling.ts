import { runsOf } from '@hub/kernel/text/runs-of.js';

/** Words whose spelling can be mended: long enough that one letter is a slip, and without digits, which are never guessed. */
export const mendable = /^[a-z]{4,24}$/;

/** The words of a text that a wrong spelling may have meant. */
export function spelledWords(text: string): Set<string> {
  return new Set(runsOf(text).filter(({ ideographic }) => !ideographic).map(({ characters }) => characters.join('')).filter((word) => mendable.test(word)));
}

/** A word, and the word without one of its letters: two words that share one of these differ by two slips at most (symmetric delete). */
export function deletionsOf(word: string): string[] {
  return [...new Set([word, ...Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1))])];
}

/** Whether one letter put in, left out, changed, or swapped with its neighbour makes one word of the other. */
export function withinOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
