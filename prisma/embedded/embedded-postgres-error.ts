/** Why the embedded PostgreSQL could not be started; the message tells what to do next. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

export type EmbeddedPostgresErrorCode =
  | 'EMBEDDED_POSTGRES_NOT_FOR_THIS_PLATFORM'
  | 'EMBEDDED_POSTGRES_NO_ACCOUNT'
  | 'EMBEDDED_POSTGRES_FOLDER_NOT_WRITABLE'
  | 'EMBEDDED_POSTGRES_FOLDER_NOT_TRAVERSABLE'
  | 'EMBEDDED_POSTGRES_FOLDER_TAKEN'
  | 'EMBEDDED_POSTGRES_FOLDER_IN_USE'
  | 'EMBEDDED_POSTGRES_OTHER_VERSION'
  | 'EMBEDDED_POSTGRES_FAILED';
