/** A generator of pseudo-random choices: the same seed gives the same choices (mulberry32). */
export interface Random {
  /** 0 ≤ n < limit */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly one: <Value>(values: readonly Value[]) => Value;
  /** Between `least` and all of the values, in their order. */
  readonly some: <Value>(values: readonly Value[], least?: number) => Value[];
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    one,
    some: (values, least = 0) => {
      const chosen = new Set(values.filter(() => next() < 0.4));
      while (chosen.size < least) chosen.add(one(values));
      return values.filter((value) => chosen.has(value));
    },
  };
}
