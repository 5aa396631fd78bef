import { dutyLimits, type DutyLimit } from '@hub/schema/code-lists/duty-limits.js';

const limits: ReadonlyMap<string, DutyLimit> = new Map(Object.entries(dutyLimits));

/** What is owed by a duty of a kind, in words; the kind itself, where an owner is newer than this exchange. */
export function dutyName(kind: string): { readonly zh: string; readonly en: string } {
  const { zh = kind, en = kind } = limits.get(kind) ?? {};
  return { zh, en };
}
