import type { Purpose } from '../terms/vocabulary.js';
import type { Caller } from './caller.js';
import type { Closing, DeskDecisions, Grant } from './desk-decisions.js';

/** A grant as an owner keeps it, whomever it is for. */
export interface KeptGrant extends Grant {
  /** The party to which it opens them. */
  readonly grantee: string;
  readonly purpose: Purpose;
  /** Exclusive: at this instant it has expired. */
  readonly until: Date;
}

/** All that an owner keeps of the sharing desk's decisions in force. */
export interface KeptDecisions {
  /** By the party that they are for. */
  readonly grants: ReadonlyMap<string, readonly KeptGrant[]>;
  readonly closings: readonly Closing[];
}

/**
 * What bears on a caller at an instant: the grants to its party, under the purpose for which it asks, that have not expired; and every closing. Who
 * names no purpose reads under no grant.
 */
export function decisionsFor({ grants, closings }: KeptDecisions, caller: Caller, now: Date, stale: boolean): DeskDecisions {
  const mine = grants.get(caller.partyId)?.filter(({ purpose, until }) => purpose === caller.purpose && until > now) ?? [];
  return { grants: mine, closings, stale };
}
