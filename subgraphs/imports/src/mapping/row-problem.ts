import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';

/** Why a row cannot be taken in: the field, the rule as a code of the catalogue with its parameters, and the value. */
export class RowProblem extends Error {
  override readonly name = 'RowProblem';
  readonly field: string;
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, MessageParameter>>;
  readonly value: string;

  constructor(field: string, code: ErrorCode, parameters: Readonly<Record<string, MessageParameter>>, value = '') {
    super(code);
    this.field = field;
    this.code = code;
    this.parameters = { field, ...parameters };
    this.value = value;
  }
}
