import { ImportFault } from '../import-fault.js';
import type { Cells } from './source-row.js';

/** Which columns of a table a mapping reads. */
export interface WantedColumns {
  readonly required: readonly string[];
  /** Other names under which a column may stand, by the name that the mapping uses. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** Names the cells of each row by the header of their table. */
export class Columns {
  readonly #names: readonly string[];
  /** Those that have a name, with where they stand. */
  readonly #named: readonly (readonly [name: string, index: number])[];

  /** @throws ImportFault IMPORT_COLUMN_TWICE, IMPORT_COLUMNS_MISSING */
  constructor(header: readonly string[], { required, aliases }: WantedColumns) {
    const written = header.map((name) => name.replaceAll(/\s+/g, ' ').trim());
    const known = new Map(Object.entries(aliases).flatMap(([name, others]) => others.map((other) => [other, name] as const)));
    this.#names = written.map((name) => (written.includes(name) && known.has(name) && !written.includes(known.get(name) ?? '') ? (known.get(name) ?? name) : name));
    this.#named = this.#names.flatMap((name, index) => (name === '' || name === '__proto__' ? [] : [[name, index] as const]));
    const twice = required.find((name) => this.#names.indexOf(name) !== this.#names.lastIndexOf(name));
    if (twice !== undefined) throw new ImportFault('IMPORT_COLUMN_TWICE', { column: twice });
    const missing = required.filter((name) => !this.#names.includes(name));
    if (missing.length > 0) throw new ImportFault('IMPORT_COLUMNS_MISSING', { missing: missing.join(', '), present: written.filter((name) => name !== '').join(', ') });
  }

  get length(): number {
    return this.#names.length;
  }

  get names(): readonly string[] {
    return this.#names;
  }

  /** Cells without a name in the header are left out: no mapping could say what they are. */
  name(values: readonly string[]): Cells {
    const cells: Record<string, string> = {};
    for (const [name, index] of this.#named) cells[name] = values[index] ?? '';
    return cells;
  }
}
