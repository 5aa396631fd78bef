import type { UnitOfWork } from './unit-of-work.js';

/** Who acted, when, as it is kept beside a row (type ActRecord of the SDL). */
export interface ActRecord {
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
  /** The user in whose stead (代办). */
  readonly onBehalfOf?: string | null | undefined;
  /** The mapping by which a claim of the token gave the role (角色映射); absent where the party keeps it. */
  readonly roleMapping?: string | null | undefined;
  /** ISO 8601, for it lies in JSON. */
  readonly at: string;
}

/** The record of the act that is under way. */
export function actRecord(unit: UnitOfWork): ActRecord {
  return { ...unit.actor, at: unit.now.toISOString() };
}
