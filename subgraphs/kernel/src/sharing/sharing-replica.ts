import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { decisionsFor, type KeptDecisions, type KeptGrant } from '@hub/schema/policy/decision/decisions-for.js';
import type { DeskDecisions } from '@hub/schema/policy/decision/desk-decisions.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** How long the replica counts as fresh after the log of `exchange` was last read, in milliseconds. The log is asked at least every two seconds. */
const freshFor = 6_000;

/**
 * This owner's replica of what the sharing desk has decided; `exchange` keeps the original. Held in memory, read anew whenever the
 * inbox has taken in a change. Where the desk was not heard of for some seconds it is stale, and no grant counts.
 */
export class SharingReplica {
  readonly #database: Transaction;
  readonly #clock: () => number;
  #kept: KeptDecisions = { grants: new Map(), closings: [] };
  #heardAt = Number.NEGATIVE_INFINITY;

  /** @param clock milliseconds that never go back */
  constructor(database: Transaction, clock: () => number = () => performance.now()) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Reads the replica again. */
  async refresh(): Promise<void> {
    const grants = await this.#database.$queryRawUnsafe<KeptGrant[]>(
      'SELECT id, grantee, holder, coordinates, purpose, until FROM kernel.sharing_grant WHERE until > now()',
    );
    const closings = await this.#database.$queryRawUnsafe<KeptDecisions['closings']>('SELECT coordinate, holder, ground FROM kernel.field_closing');
    const byGrantee = new Map<string, KeptGrant[]>();
    for (const grant of grants) byGrantee.set(grant.grantee, [...(byGrantee.get(grant.grantee) ?? []), grant]);
    this.#kept = { grants: byGrantee, closings };
  }

  /** Notes that the log of `exchange` has just been read, whether or not there was anything in it. */
  heard(): void {
    this.#heardAt = this.#clock();
  }

  get stale(): boolean {
    return this.#clock() - this.#heardAt > freshFor;
  }

  /** What bears on a caller at this instant. */
  decisionsFor(caller: Caller): DeskDecisions {
    return decisionsFor(this.#kept, caller, new Date(), this.stale);
  }

  /** What bears on a caller as of an event of `exchange` that is just taken in: up to it, everything has been heard. */
  async decisionsAsOfEvent(caller: Caller): Promise<DeskDecisions> {
    await this.refresh();
    return decisionsFor(this.#kept, caller, new Date(), false);
  }
}
