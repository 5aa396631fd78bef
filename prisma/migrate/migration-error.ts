/** Why a database was not brought up to date; the message tells what to do next. */
export class MigrationError extends Error {
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
    this.code = code;
  }
}

export type MigrationErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'MIGRATION_EDITED'
  | 'MIGRATION_FAILED'
  | 'MIGRATION_FAILED_EARLIER'
  | 'MIGRATION_INCOMPLETE'
  | 'MIGRATION_UNKNOWN';
