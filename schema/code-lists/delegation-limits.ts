import type { DaySpan } from './day-span.js';

/**
 * Roles that a user may delegate (代办). A lab's are not among them: its technicians, reviewers and signatories are authorised each in person (RB/T 214,
 * 4.2), and neither are stewards, auditors and administrators, who are appointed in person and watch over others (5.4.3 d).
 */
export const delegableRoles: readonly string[] = ['OFFICER', 'ANALYST', 'SAMPLER', 'STOREKEEPER'];

/** For how long at most a role is delegated (代办期限): what lasts longer is a change of roles. */
export const longestDelegation: DaySpan = { amount: 92, unit: 'CALENDAR_DAY' };

/** How many delegations that are not over a user may have given: each stands in the memory of every owner. */
export const mostDelegations = 20;

/** How long ahead of its beginning at most: nobody knows who is on leave in years. */
export const delegationAhead: DaySpan = { amount: 183, unit: 'CALENDAR_DAY' };
