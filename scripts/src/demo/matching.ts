/** An expectation in words, for what equality cannot say. */
export class That {
  readonly words: string;
  readonly holds: (found: never) => boolean;

  constructor(words: string, holds: (found: never) => boolean) {
    this.words = words;
    this.holds = holds;
  }
}

/** Expects what a sentence says. */
export function that<Found>(words: string, holds: (found: Found) => boolean): That {
  return new That(words, holds);
}

export interface Difference {
  /** Where, such as `monitoringPlan.products.0.batches`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** The first place at which something is not as expected; what the expectation does not name may be anything. */
export function difference(found: unknown, expected: unknown, path = ''): Difference | undefined {
  if (expected instanceof That) return expected.holds(found as never) ? undefined : { path, expected: expected.words, found: inWords(found) };
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(found, expected) ? undefined : { path, expected: inWords(expected), found: inWords(found) };
  }
  if (typeof found !== 'object' || found === null) return { path, expected: inWords(expected), found: inWords(found) };
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) {
    return { path, expected: `${expected.length} of them: ${inWords(expected)}`, found: inWords(found) };
  }
  for (const [key, value] of Object.entries(expected)) {
    const within = difference((found as Record<string, unknown>)[key], value, path === '' ? key : `${path}.${key}`);
    if (within) return within;
  }
  return undefined;
}

function inWords(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) => (each instanceof That ? `<${each.words}>` : each)) ?? 'nothing';
  return text.length > 800 ? `${text.slice(0, 800)}…` : text;
}
