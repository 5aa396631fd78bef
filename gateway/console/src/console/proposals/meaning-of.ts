import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';

/** What tells the entries of a code list apart: a code means one thing from a day on. */
export function meaningOf({ code, validFrom }: CodeEntry): string {
  return `${code}@${validFrom ?? ''}`;
}
