/** What is wrong with a rule by which numbers are made (编号规则). */
export type NumberPatternProblem = 'LETTERS' | 'PART' | 'SEQUENCE_MISSING' | 'RANDOM_MISSING' | 'LENGTH';

/** The longest rule, and the longest number, in characters. */
const longest = 40;
/** Letters drawn for `{random}`, base 32 without those that are taken for others (Crockford), and how many. */
export const randomNumberLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const randomNumberLength = 10;

const parts = /\{([^{}]*)\}/g;
const literal = /^[\p{Script=Han}A-Za-z0-9\-_()（）〔〕[\]]*$/u;

/** What stands for the parts of a rule. */
export interface NumberParts {
  readonly prefix: string;
  /** Region code of the party (GB/T 2260), six digits. */
  readonly region: string;
  readonly year: number;
  /** Of a series that is counted: how many there are with this one. */
  readonly seq?: number;
  /** Of a series that is drawn. */
  readonly random?: string;
}

/**
 * Checks a rule such as `{prefix}{region}{year}{seq:5}`: Chinese or Latin letters, digits and `-_()（）〔〕[]`, with `{prefix}`, `{region}`, `{year}` and,
 * once, `{seq}` (with its least number of digits, 1 to 9) where it is counted and `{random}` where it is drawn. No character in it means anything in a file's name.
 *
 * @param by how the series is numbered
 * @returns what is wrong, undefined where nothing is
 */
export function numberPatternProblem(pattern: string, by: 'COUNTED' | 'DRAWN'): NumberPatternProblem | undefined {
  const named = [...pattern.matchAll(parts)].map(([, name = '']) => name);
  const varying = named.filter((name) => /^(seq(:[1-9])?|random)$/.test(name));
  if (!named.every((name) => ['prefix', 'region', 'year'].includes(name) || varying.includes(name))) return 'PART';
  if (!literal.test(pattern.replaceAll(parts, ''))) return 'LETTERS';
  if (varying.length !== 1 || (varying[0] === 'random') !== (by === 'DRAWN')) return by === 'DRAWN' ? 'RANDOM_MISSING' : 'SEQUENCE_MISSING';
  const example = numberBy(pattern, { prefix: '**', region: '330000', year: 2026, seq: 10 ** 9, random: randomNumberLetters.slice(0, randomNumberLength) });
  return [...example].length > longest ? 'LENGTH' : undefined;
}

/** The number that a rule makes of its parts. */
export function numberBy(pattern: string, { prefix, region, year, seq = 0, random = '' }: NumberParts): string {
  return pattern.replaceAll(parts, (_, name: string) => {
    if (name === 'prefix') return prefix;
    if (name === 'region') return region;
    if (name === 'year') return String(year);
    return name === 'random' ? random : String(seq).padStart(Number(name.split(':')[1] ?? 1), '0');
  });
}
