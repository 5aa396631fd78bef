import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { delegableRoles, delegationAhead, longestDelegation } from '@hub/schema/code-lists/delegation-limits.js';

const day = 86_400_000;

/** What is asked for: times as instants, the end exclusive. */
interface Wanted {
  readonly role: string;
  readonly beginsAt: Date | null;
  readonly until: Date;
}

/**
 * From when to when a role is delegated (代办期限): from now on unless told otherwise, for no longer than the limits say.
 *
 * @throws Refusal ROLE_NOT_DELEGABLE, VALUE_INVALID
 */
export function delegationPeriod({ role, beginsAt, until }: Wanted, now: Date): { beginsAt: Date; until: Date } {
  if (!delegableRoles.includes(role)) throw new Refusal('ROLE_NOT_DELEGABLE', { field: 'role', parameters: { role, roles: delegableRoles.join(', ') } });
  const begins = beginsAt ?? now;
  const ahead = new Date(now.getTime() + delegationAhead.amount * day);
  requireValid(begins >= now, 'beginsAt', { en: 'it has passed; leave it out to begin now', 'zh-CN': '开始时间已过；如立即开始，请不填' }, ahead.toISOString());
  requireValid(begins <= ahead, 'beginsAt', { en: `it is more than ${delegationAhead.amount} days ahead`, 'zh-CN': `开始时间晚于 ${delegationAhead.amount} 天之后` }, now.toISOString());
  requireValid(begins < until, 'until', { en: 'it ends before it begins, or has ended already', 'zh-CN': '结束时间早于开始时间或已过' }, new Date(begins.getTime() + 7 * day).toISOString());
  const longest = new Date(begins.getTime() + longestDelegation.amount * day);
  requireValid(until <= longest, 'until', { en: `it lasts longer than ${longestDelegation.amount} days`, 'zh-CN': `期限超过 ${longestDelegation.amount} 天` }, longest.toISOString());
  return { beginsAt: begins, until };
}
