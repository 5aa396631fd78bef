import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';

/** Refuses a list in which a code means two things on one day. @throws Refusal CODE_VALIDITY_OVERLAPS */
export function requireDisjoint(codes: readonly Pick<CodeEntry, 'code' | 'validFrom' | 'validTo'>[]): void {
  const inOrder = codes
    .map((entry, index) => ({ ...entry, index }))
    .sort((a, b) => compare(a.code, b.code) || compare(a.validFrom ?? '', b.validFrom ?? '') || a.index - b.index);
  inOrder.forEach((entry, place) => {
    const before = inOrder[place - 1];
    if (before?.code !== entry.code) return;
    if (before.validTo !== null && before.validTo <= (entry.validFrom ?? '')) return;
    throw new Refusal('CODE_VALIDITY_OVERLAPS', { field: `codes.${entry.index}`, parameters: { code: entry.code } });
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
