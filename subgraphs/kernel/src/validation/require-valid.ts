import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { Refusal } from '../refusals/refusal.js';

/**
 * Refuses an item whose value does not fit.
 * @param problem what is wrong, without a full stop
 * @param example a value that would be right, or words for it
 * @throws Refusal VALUE_INVALID
 */
export function requireValid(condition: boolean, field: string, problem: Bilingual, example: string | Bilingual): asserts condition {
  if (!condition) throw new Refusal('VALUE_INVALID', { field, parameters: { field, problem, example } });
}
