import type { ImportRefusal } from '../repository/import-runs.js';

/** An import that does not go on, for a reason that its starter is told. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly refusal: ImportRefusal;

  constructor(refusal: ImportRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
