/** The hub does not let the import go on, or does not answer for too long; what was done is kept, and the import can be resumed. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  /** Whether what stopped it ends by itself, so that the same may be tried again. */
  readonly passing: boolean;

  constructor(message: string, { passing = false }: { readonly passing?: boolean } = {}) {
    super(message);
    this.passing = passing;
  }
}
