import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Membership } from '../identity/membership.js';
import type { LogWake } from '../log/log-wake.js';
import type { OwnOperations } from './own-operations.js';

/** What addresses besides /graphql may use. */
export interface RouteEngine {
  /** Carries out an operation under the terms in force. Who asks is for the address to find out. */
  readonly operateInForce: OwnOperations;
  /** Carries it out under the terms that the code was built with: for what must work when the terms in force close it. */
  readonly operateAsBuilt: OwnOperations;
  /** Whether a caller may do one of some acts, by the terms in force. */
  readonly mayDoOneOf: (caller: Caller, acts: readonly string[]) => boolean;
  /** Wakes whoever waits for news of the owner's own log. */
  readonly wake: LogWake;
  /** Who belongs to which party, as this owner's replica has it. */
  readonly membership: Membership;
  /** Aborts when the subgraph stops. */
  readonly closing: AbortSignal;
}
