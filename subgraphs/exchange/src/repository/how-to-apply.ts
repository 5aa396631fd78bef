import { applyFor } from '@hub/schema/policy/decision/apply-for.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { mayApply } from '@hub/schema/policy/decision/may-apply.js';
import type { HowToApply } from '../generated/graphql.js';
import { termsAt } from './terms-at.js';

/** How a caller's party applies for a field (申请方式, 5.4.3 b), as a refusal of it says; null where no grant would open it to the caller. */
export function howToApply(coordinate: string, caller: Caller, now: Date): HowToApply | null {
  const terms = termsAt(coordinate);
  const may = terms && mayApply(terms, caller, undefined);
  if (!may) return null;
  const { mutation, variables } = applyFor(coordinate, [], caller.purpose, may, now);
  return { mutation, variables: { items: variables.items.map((item) => ({ ...item, fields: [...item.fields], holderIds: [...item.holderIds], until: new Date(item.until) })) } };
}
