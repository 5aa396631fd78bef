/** What one operation touched and what it was refused, counted while it runs, for the audit log (5.4.3 d). It holds numbers and names, never a row. */
export class OperationTrace {
  readonly #rows = new Map<string, Map<string, number>>();
  readonly #refused = new Map<string, Map<string, number>>();
  readonly #acts = new Map<string, Map<string, number>>();
  readonly #filters = new Set<string>();

  /** A row of a type was admitted that a party holds. */
  row(type: string, holder: string): void {
    count(this.#rows, holder, type);
  }

  /** A value was refused on a row that a party holds; '' where no row is known. */
  refused(coordinate: string, code: string, holder: string): void {
    count(this.#refused, `${coordinate} ${code}`, holder);
  }

  /** A filter or an order asked for what it may read. */
  filtered(coordinate: string): void {
    this.#filters.add(coordinate);
  }

  /** An item of an act came to an outcome: `DONE`, or the code of its refusal. */
  act(act: string, outcome: string): void {
    count(this.#acts, act, outcome);
  }

  /** Rows by holder and type. */
  get rows(): Counts {
    return plain(this.#rows);
  }

  /** Refused values by coordinate and code, and holder. */
  get refusals(): Counts {
    return plain(this.#refused);
  }

  /** Items of acts by act and outcome. */
  get acts(): Counts {
    return plain(this.#acts);
  }

  get filters(): readonly string[] {
    return [...this.#filters].sort();
  }
}

/** Numbers by two names. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

function count(counts: Map<string, Map<string, number>>, first: string, second: string): void {
  let inner = counts.get(first);
  if (!inner) counts.set(first, (inner = new Map()));
  inner.set(second, (inner.get(second) ?? 0) + 1);
}

function plain(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): Counts {
  return Object.fromEntries([...counts].map(([name, inner]) => [name, Object.fromEntries(inner)]));
}
