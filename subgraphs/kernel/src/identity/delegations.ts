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

const kept = `
  SELECT id, delegator_id, delegate_id, role, begins_at, until FROM kernel.delegation
  WHERE until > now() AND epoch IS NOT DISTINCT FROM (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')`;

/** The delegations that are not over, by id; those that begin later are among them. */
export async function readDelegations(database: Transaction): Promise<ReadonlyMap<string, KeptDelegation>> {
  const rows = await database.$queryRawUnsafe<KeptDelegation[]>(kept);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The delegations of a role to a user that are in force now, as the table has them. */
export function delegationsTo(database: Transaction, delegateId: string, role: string): Promise<KeptDelegation[]> {
  return database.$queryRawUnsafe<KeptDelegation[]>(`${kept} AND begins_at <= now() AND delegate_id = $1 AND role = $2`, delegateId, role);
}
