import type { CodeEntry } from './code-list.js';

/** Whether a code is in force on a day (YYYY-MM-DD): from its first day on, and before the day from which on it is not. */
export function inForceOn({ validFrom, validTo }: Pick<CodeEntry, 'validFrom' | 'validTo'>, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}
