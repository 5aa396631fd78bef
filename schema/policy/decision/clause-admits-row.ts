import type { AppliedClause } from './applied-clause.js';
import type { Caller } from './caller.js';
import { regionPrefix } from './region-prefix.js';
import type { Stamps } from './stamps.js';

export const regionStamp = { SELLER: 'sellerRegion', PRODUCER: 'producerRegion', PLATFORM: 'platformRegion' } as const;

/** Whether a clause that applies to the caller admits the row. Its counterpart in SQL is rowScope. */
export function clauseAdmitsRow(clause: AppliedClause, caller: Caller, stamps: Stamps): boolean {
  if (clause.visibleFrom !== undefined && !stamps.reached.includes(clause.visibleFrom)) return false;
  if (clause.holders !== undefined && !clause.holders.includes(stamps.holder)) return false;
  if (clause.exceptHolders?.includes(stamps.holder)) return false;
  switch (clause.rows) {
    case 'ALL':
      return true;
    case 'OWN':
      return stamps.holder === caller.partyId;
    case 'CONCERNED':
      return stamps.concerned.includes(caller.partyId);
    case 'REGION': {
      const code = stamps[regionStamp[clause.place ?? 'SELLER']];
      const prefix = regionPrefix(caller);
      return code !== null && prefix !== undefined && code.startsWith(prefix);
    }
  }
}

/** Whether a clause needs the row at all. */
export function needsRow(clause: AppliedClause): boolean {
  return clause.rows !== 'ALL' || clause.visibleFrom !== undefined || clause.holders !== undefined || clause.exceptHolders !== undefined;
}
