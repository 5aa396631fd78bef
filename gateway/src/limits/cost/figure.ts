/** The values of an operation's variables, as they were sent. A map, for a variable may be named like what every object inherits. */
export type Variables = ReadonlyMap<string, unknown>;

/** A number that may depend on variables; what does not is known once per document. */
export type Figure = number | ((variables: Variables) => number);

export function plus(a: Figure, b: Figure): Figure {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (a === 0) return b;
  if (b === 0) return a;
  return (variables) => figureOf(a, variables) + figureOf(b, variables);
}

export function times(a: Figure, b: Figure): Figure {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 0 || b === 0) return 0;
  if (a === 1) return b;
  if (b === 1) return a;
  return (variables) => figureOf(a, variables) * figureOf(b, variables);
}

export function figureOf(figure: Figure, variables: Variables): number {
  return typeof figure === 'number' ? figure : figure(variables);
}
