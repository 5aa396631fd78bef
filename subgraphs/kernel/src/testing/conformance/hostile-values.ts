import type { InputLeaf } from './input-leaves.js';

/** A value that somebody may send in error or in malice. */
export interface HostileValue {
  readonly what: string;
  readonly value: unknown;
  /**
   * What has to come of it: the item is refused; the item is taken as it is or refused; or GraphQL cannot read it, and
   * refuses the request as a whole.
   */
  readonly comes: 'REFUSED' | 'TAKEN_OR_REFUSED' | 'UNREADABLE';
}

const refused = (what: string, value: unknown): HostileValue => ({ what, value, comes: 'REFUSED' });
const either = (what: string, value: unknown): HostileValue => ({ what, value, comes: 'TAKEN_OR_REFUSED' });
const unreadable = (what: string, value: unknown): HostileValue => ({ what, value, comes: 'UNREADABLE' });

/** Text of so many megabytes, which no compression makes small. */
export function hugeText(megabytes: number): string {
  let state = 1;
  const block = Array.from({ length: 4096 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 36).toString(36);
  }).join('');
  return block.repeat((megabytes * 1024 * 1024) / block.length);
}

const texts: readonly HostileValue[] = [
  either('emoji', 'Wasserkocher 🫖👩‍👩‍👧‍👦 水壶'),
  either('right-to-left text', 'غلاية كهربائية קומקום'),
  either('a right-to-left override', 'kettle \u202Egnp.exe'),
  either('control characters', 'a\u0007b\u001b[31mc'),
  refused('NUL', 'a\u0000b'),
  refused('half a character', 'a\ud83eb'),
  unreadable('a number for a text', 7),
];

const references: readonly HostileValue[] = [
  refused('a reference to nothing', 'there-is-none'),
  refused('a reference to nothing', '00000000-0000-4000-8000-000000000000'),
  refused('an id with NUL', 'a\u0000b'),
  refused('an id with a right-to-left override', '\u202Eab'),
  refused('an empty id', ''),
  unreadable('an object for an id', {}),
];

const whole: readonly HostileValue[] = [
  refused('a number below zero', -1),
  either('zero', 0),
  either('the largest number', 2_147_483_647),
  unreadable('a number beyond 32 bits', 2_147_483_648),
  unreadable('a fraction', 1.5),
];

const decimals: readonly HostileValue[] = [
  either('a number below zero', '-1'),
  either('the largest number', '999999999999999.999999'),
  unreadable('no number', 'much'),
  unreadable('a number beyond its digits', '1'.repeat(17)),
];

/** The hostile values for a place in an input, where `given` stands in an input that is right. */
export function hostileValues({ path, type }: InputLeaf, given: unknown, isEnum: boolean): readonly HostileValue[] {
  const name = path.at(-1);
  if (name === 'expectedRevision') return [refused('a stale revision', 999_999), unreadable('no number', 'new')];
  if (isEnum) return [unreadable('a word that the enum lacks', 'NO_SUCH_VALUE')];
  switch (type) {
    case 'String':
      return texts;
    case 'ID':
      return references;
    case 'Int':
      return whole;
    case 'Decimal':
      return decimals;
    case 'DateTime':
      return [
        ...otherTimes(given, '2099-01-01T00:00:00Z', '2001-01-01T00:00:00Z'),
        // Days may be long past, such as that of a notice; what an act did it did after its cause.
        refused('a time before all causes', '1001-01-01T00:00:00Z'),
        unreadable('a time without zone', '2026-01-01T00:00:00'),
      ];
    case 'Date':
      return [...otherTimes(given, '2099-01-01', '1899-12-31'), unreadable('a day that is none', '2026-02-30')];
    case 'Boolean':
      return [unreadable('no truth value', 'yes')];
    default:
      return [unreadable('an object', { no: 'such' })];
  }
}

/** What has happened did not happen in the future; what is to come does not lie in the past. */
function otherTimes(given: unknown, future: string, past: string): readonly HostileValue[] {
  if (typeof given !== 'string') return [either('a time in the future', future), either('a time long past', past)];
  return Date.parse(given) <= Date.now() ? [refused('a time in the future', future)] : [refused('a time in the past', past)];
}
