import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';

/**
 * Refuses a list of operations in one request: what one caller may ask at a time is counted per operation.
 * @throws GraphQLError BATCHING_OFF
 */
export function refuseBatch(body: unknown, locale: Locale): void {
  if (Array.isArray(body)) throw codedError('BATCHING_OFF', locale, { came: body.length });
}
