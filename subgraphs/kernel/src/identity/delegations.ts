import type { Transaction } from '../unit-of-work/transaction.js';

/** That a user may act for another of the same party, in one role and for a time (代办). */
export interface KeptDelegation {
  readonly id: string;
  readonly delegator_id: string;
  readonly delegate_id: string;
  readonly role: string;
  readonly begins_at: Date;
  /** Exclusive. */
  readonly until: Date;
}

/** Told in the epoch of the log of `exchange` that is being read. */
const counts = "epoch IS NOT DISTINCT FROM (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')";

const kept = `SELECT id, delegator_id, delegate_id, role, begins_at, until FROM kernel.delegation WHERE until > now() AND ${counts}`;

/** Takes out what is over, and what is told no more after a restore of the exchange. None of it counts: it is in the way of nothing but space. */
export async function forgetDelegations(database: Transaction): Promise<void> {
  await database.$executeRawUnsafe(`DELETE FROM kernel.delegation WHERE until <= now() OR NOT (${counts})`);
}

/** The delegations that are not over, by id; those that begin later are among them. */
export async function readDelegations(database: Transaction): Promise<ReadonlyMap<string, KeptDelegation>> {
  const rows = await database.$queryRawUnsafe<KeptDelegation[]>(kept);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The delegation of a role by one user to another that is in time now, as the table has it. */
export async function delegationBetween(
  database: Transaction,
  { delegatorId, delegateId, role }: { readonly delegatorId: string; readonly delegateId: string; readonly role: string },
): Promise<KeptDelegation | undefined> {
  const [found] = await database.$queryRawUnsafe<KeptDelegation[]>(
    `${kept} AND begins_at <= now() AND delegator_id = $1 AND delegate_id = $2 AND role = $3 ORDER BY until DESC LIMIT 1`,
    delegatorId, delegateId, role,
  );
  return found;
}
