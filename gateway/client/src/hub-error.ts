/** An error as a hub tells it, with its code (schema/errors/ERRORS.md). */
export interface ToldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string } & Readonly<Record<string, unknown>>;
}

/** What a hub does not do, with the code of its first error, or `HTTP_502` and the like where it told none. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly code: string;
  readonly errors: readonly ToldError[];

  constructor(errors: readonly ToldError[], status: number) {
    super(errors[0]?.message ?? `The hub answers ${status}.`);
    this.code = errors[0]?.extensions?.code ?? `HTTP_${status}`;
    this.errors = errors;
  }
}
