import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';

/** The rights of a reader about whom it is asked: it keeps the stamps of the row besides, of which an answer is made. */
export class ReadingAuthority extends OperationAuthority {
  readonly #found = new Map<string, Stamps>();

  override admit<Row extends object>(row: Row, stamps: Stamps, type: string): Row {
    if (!this.#found.has(type)) this.#found.set(type, stamps);
    return super.admit(row, stamps, type);
  }

  /** The stamps of the first row of a type that was admitted: that by which the operation began. */
  stampsOfFirst(type: string): Stamps | undefined {
    return this.#found.get(type);
  }
}
