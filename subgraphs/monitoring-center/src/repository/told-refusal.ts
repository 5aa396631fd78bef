import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Refusal } from '../generated/graphql.js';
import type { ImportRefusal } from './import-runs.js';

/** Why an import or a pull does not go on, as it is kept, in the language of whoever reads it. */
export function toldRefusal(kept: unknown, locale: Locale): Refusal | null {
  if (kept === null) return null;
  const { code, parameters } = kept as ImportRefusal;
  return { code, message: errorMessage(code, locale, parameters), field: null, state: null, possibleFrom: null };
}
