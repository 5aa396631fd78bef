import type { ReceivedEvent } from '../log/event.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** What `exchange` tells every owner of a delegation (代办). */
export interface TasksDelegated {
  readonly id: string;
  readonly delegatorId: string;
  readonly delegateId: string;
  readonly role: string;
  /** ISO 8601, as the end is, which is exclusive. */
  readonly beginsAt: string;
  readonly until: string;
}

/** The epoch of the log of `exchange` that is being read: the place in it is kept before its events are taken in. */
const epoch = "(SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')";

/** How a delegation and its end are taken into the replica, by the kind of event that tells of them. */
export const delegationEvents: Readonly<Record<string, (tx: Transaction, event: ReceivedEvent) => Promise<unknown>>> = {
  TasksDelegated: (tx, { payload }) => {
    const told = payload as unknown as TasksDelegated;
    return tx.$executeRawUnsafe(
      `INSERT INTO kernel.delegation (id, delegator_id, delegate_id, role, begins_at, until, epoch)
       VALUES ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, ${epoch}) ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch`,
      told.id, told.delegatorId, told.delegateId, told.role, told.beginsAt, told.until,
    );
  },
  DelegationEnded: (tx, { subjectId }) => tx.$executeRawUnsafe('DELETE FROM kernel.delegation WHERE id = $1', subjectId),
};
