import { randomNumberLength, randomNumberLetters } from './number-pattern.js';

const digits = '0123456789';

/** One place of a number: the characters that may stand there, and whether there may be more of them. */
interface Place {
  readonly characters: string;
  readonly more: boolean;
}

/** Whether two rules can make the same number. Each comes with what `{prefix}` stands for. */
export function makeSameNumber(one: { readonly pattern: string; readonly prefix: string }, other: typeof one): boolean {
  const [a, b] = [placesOf(one), placesOf(other)];
  const seen = new Set<string>();
  const from = (i: number, j: number): boolean => {
    const [first, second] = [a[i], b[j]];
    if (!first || !second) return !first && !second;
    if (seen.has(`${i} ${j}`) || ![...first.characters].some((character) => second.characters.includes(character))) return false;
    seen.add(`${i} ${j}`);
    return from(i + 1, j + 1) || (first.more && from(i, j + 1)) || (second.more && from(i + 1, j));
  };
  return from(0, 0);
}

/** Whether two rules of one series make the same number of the same count alone: they differ in how many digits it has at least, if at all. */
export function isSameSequence(one: string, other: string): boolean {
  const bare = (pattern: string): string => pattern.replaceAll(/\{seq:\d\}/g, '{seq}');
  return bare(one) === bare(other);
}

function placesOf({ pattern, prefix }: { readonly pattern: string; readonly prefix: string }): readonly Place[] {
  const times = (count: number, characters: string): Place[] => Array.from({ length: count }, () => ({ characters, more: false }));
  return pattern.split(/(\{[^{}]*\})/).flatMap((part): Place[] => {
    if (part === '{region}') return times(6, digits);
    if (part === '{year}') return times(4, digits);
    if (part === '{random}') return times(randomNumberLength, randomNumberLetters);
    if (!part.startsWith('{seq')) return [...(part === '{prefix}' ? prefix : part)].map((characters) => ({ characters, more: false }));
    const least = Number(/\d/.exec(part)?.[0] ?? 1);
    return [...times(least - 1, digits), { characters: digits, more: true }];
  });
}
