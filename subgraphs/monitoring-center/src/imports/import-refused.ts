import type { ImportRefusal } from '../repository/import-runs.js';

/** An import that does not go on, for a reason that its starter is told. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly refusal: ImportRefusal;

  /** After how many milliseconds the source wants to be asked again, where it says so. */
  readonly askAgainAfter: number | undefined;

  constructor(refusal: ImportRefusal, askAgainAfter?: number) {
    super(refusal.code);
    this.refusal = refusal;
    this.askAgainAfter = askAgainAfter;
  }
}
