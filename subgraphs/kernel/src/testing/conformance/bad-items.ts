import { hostileValues, hugeText, type HostileValue } from './hostile-values.js';
import { inputLeaves, inputLists, valueAt, withValueAt } from './input-leaves.js';
import type { OracleSchema } from './oracle.js';

/** An item of an act with one thing wrong. */
export interface BadItem {
  /** In words, for a failure's message. */
  readonly what: string;
  readonly field: string;
  readonly comes: HostileValue['comes'];
  /** The wrong value, where it is a text. */
  readonly text: string | undefined;
  /** Spoils an item that is right. */
  readonly spoil: (item: object) => object;
}

/** Everything that can be wrong with one value of an item that is right, except for texts of 10 MB. */
export function badItems(schema: OracleSchema, inputType: string, right: object): BadItem[] {
  const leaves = inputLeaves(schema, inputType, right).filter(({ path }) => path[0] !== 'idempotencyKey');
  return leaves.flatMap((leaf) =>
    hostileValues(leaf, valueAt(right, leaf.path), schema.enums.has(leaf.type)).map((hostile) => badItem(leaf.path, hostile)),
  );
}

/**
 * Texts that are far too long, in one place each, in lists that go into one request: 10 MB in the first place, in the
 * others a little more than the longest text that any act takes (1 MB), for how a request gets in is the same for all.
 */
export function hugeItems(schema: OracleSchema, inputType: string, right: object): BadItem[][] {
  const [first, ...others] = inputLeaves(schema, inputType, right)
    .filter(({ type }) => type === 'String')
    .reverse()
    .map(({ path }, index) => badItem(path, { what: 'a text of megabytes', value: hugeText(index === 0 ? 10 : 1.25), comes: 'REFUSED' }));
  const lists = Array.from({ length: Math.ceil(others.length / 8) }, (_, index) => others.slice(index * 8, index * 8 + 8));
  return first ? [[first], ...lists] : [];
}

/** Characters, well below what a subgraph takes in one request. */
const largestRequest = 8_000_000;

/** Lists in which the first element stands twice, or a thousand times. */
export function repeatingItems(schema: OracleSchema, inputType: string, right: object): BadItem[] {
  return inputLists(schema, inputType, right).flatMap((path) => {
    const [first] = valueAt(right, path) as unknown[];
    // What no request may carry is refused for its size, before any act is asked.
    const fits = (times: number) => JSON.stringify(first).length * times < largestRequest;
    return [2, 1001].filter(fits).map((times) =>
      badItem(path, { what: `an element ${times} times`, value: Array.from({ length: times }, () => first), comes: 'TAKEN_OR_REFUSED' }),
    );
  });
}

function badItem(path: readonly (string | number)[], { what, value, comes }: HostileValue): BadItem {
  const text = typeof value === 'string' ? value : undefined;
  return { what: `${what} at ${path.join('.')}`, field: path.join('.'), comes, text, spoil: (item) => withValueAt(item, path, value) };
}
