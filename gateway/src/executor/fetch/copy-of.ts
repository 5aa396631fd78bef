import { setOwnValue } from '../own-value.js';

/** A copy of JSON, for one place of the answer: what fetches add at one place must not show at another. */
export function copyOf<Value>(value: Value): Value;
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => copyOf(element));
  const copy = {};
  for (const [key, own] of Object.entries(value)) setOwnValue(copy, key, copyOf(own));
  return copy;
}
