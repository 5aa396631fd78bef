import { Refusal } from '../refusals/refusal.js';

/** Refuses an item whose value does not fit. @throws Refusal VALUE_INVALID */
export function requireValid(condition: boolean, field: string, problem: string, example: string): asserts condition {
  if (!condition) throw new Refusal('VALUE_INVALID', { field, parameters: { field, problem, example } });
}
