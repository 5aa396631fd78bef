import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';

/** What a refusal is about, besides its code. */
export interface RefusalDetails {
  /** Input field, as a path within the item. */
  readonly field?: string;
  readonly parameters?: Readonly<Record<string, MessageParameter>>;
  /** For a wrong state: the state found, and those from which the act is possible. */
  readonly state?: string;
  readonly possibleFrom?: readonly string[];
}

/** Something a user may expect to be refused: thrown inside an act, it undoes the item and becomes its outcome. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: RefusalDetails;

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
