import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';

type ImportCode = Extract<ErrorCode, `IMPORT_${string}` | `SHEET_${string}`>;

/** What keeps a whole file, a filled-in sheet, or a mapping, from being imported: a code of the catalogue with its parameters. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
  readonly code: ImportCode;
  readonly parameters: Readonly<Record<string, MessageParameter>>;

  constructor(code: ImportCode, parameters: Readonly<Record<string, MessageParameter>> = {}) {
    super(errorMessage(code, 'en', parameters));
    this.code = code;
    this.parameters = parameters;
  }
}
