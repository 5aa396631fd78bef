import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { decisionsFor, type KeptDecisions, type KeptGrant } from '@hub/schema/policy/decision/decisions-for.js';
import type { DeskDecisions } from '@hub/schema/policy/decision/desk-decisions.js';
import { Readings } from '../inbox/readings.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** How long the replica counts as fresh after the log of `exchange` was last read, in milliseconds. The log is asked at least every two seconds. */
const freshFor = 6_000;

/** Whether a decision was told in the epoch of the log of `exchange` that is being read. */
const toldNow = "epoch IS NOT DISTINCT FROM (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')";

/**
 * This owner's replica of what the sharing desk has decided; `exchange` keeps the original. Held in memory, read anew whenever the
 * inbox has taken in a change. Where the desk was not heard of for some seconds it is stale, and no grant counts.
 *
 * After a restore of the exchange its log is another one, and it tells everything anew: from then on grants count only as they are told again, and a
 * closing that is not, until the log has been read to its end.
 */
export class SharingReplica {
  readonly #database: Transaction;
  readonly #clock: () => number;
  readonly #readings = new Readings();
  #kept: KeptDecisions = { grants: new Map(), closings: [] };
  #heardAt = Number.NEGATIVE_INFINITY;
  /** Whether decisions are kept that the exchange told before it was restored. */
  #ofBefore = false;

  /** @param clock milliseconds that never go back */
  constructor(database: Transaction, clock: () => number = () => performance.now()) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Reads the replica again. */
  async refresh(): Promise<void> {
    await this.#read();
  }

  /** @returns what this reading found, whether or not a later one is kept already */
  async #read(): Promise<KeptDecisions> {
    const isLatest = this.#readings.begin();
    const grants = await this.#database.$queryRawUnsafe<KeptGrant[]>(
      `SELECT id, grantee, holder, coordinates, purpose, until FROM kernel.sharing_grant WHERE until > now() AND ${toldNow}`,
    );
    const closings = await this.#database.$queryRawUnsafe<KeptDecisions['closings']>('SELECT coordinate, holder, ground FROM kernel.field_closing');
    const [before] = await this.#database.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM kernel.sharing_grant WHERE NOT ${toldNow} UNION ALL SELECT 1 FROM kernel.field_closing WHERE NOT ${toldNow} LIMIT 1`,
    );
    const byGrantee = new Map<string, KeptGrant[]>();
    for (const grant of grants) byGrantee.set(grant.grantee, [...(byGrantee.get(grant.grantee) ?? []), grant]);
    const found = { grants: byGrantee, closings };
    if (isLatest()) {
      this.#kept = found;
      this.#ofBefore = before !== undefined;
    }
    return found;
  }

  /** Notes that the log of `exchange` has just been read to its end, whether or not there was anything in it: what it has not told again is no more. */
  async heard(): Promise<void> {
    if (this.#ofBefore) {
      await this.#database.$executeRawUnsafe(`DELETE FROM kernel.sharing_grant WHERE NOT ${toldNow}`);
      await this.#database.$executeRawUnsafe(`DELETE FROM kernel.field_closing WHERE NOT ${toldNow}`);
      await this.refresh();
    }
    this.#heardAt = this.#clock();
  }

  get stale(): boolean {
    return this.#clock() - this.#heardAt > freshFor;
  }

  /** What bears on a caller at this instant. */
  decisionsFor(caller: Caller): DeskDecisions {
    return decisionsFor(this.#kept, caller, new Date(), this.stale);
  }

  /** What bears on callers by what is kept now, also what another process has taken in: read once, for all who are asked about together. */
  async decisionsKept(): Promise<(caller: Caller) => DeskDecisions> {
    const kept = await this.#read();
    return (caller) => decisionsFor(kept, caller, new Date(), this.stale);
  }
}
