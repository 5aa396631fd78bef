/** The hub does not let the import go on, fails, or does not answer for too long; what was done is kept, and the import can be resumed. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  /** Of the catalogue of errors, where the hub named one. */
  readonly code: string | undefined;
  /** Whether what stopped it ends by itself, so that the same may be tried again. */
  readonly passing: boolean;

  constructor(message: string, { code, passing = false }: { readonly code?: unknown; readonly passing?: boolean } = {}) {
    super(message);
    this.code = typeof code === 'string' ? code : undefined;
    this.passing = passing;
  }
}
