import type { ReceivedEvent } from '../log/event.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** What `exchange` tells every owner of a grant (共享授权). */
export interface SharingGranted {
  readonly id: string;
  readonly granteeId: string;
  readonly holderId: string;
  readonly coordinates: readonly string[];
  readonly purpose: string;
  /** ISO 8601. */
  readonly until: string;
}

/** What `exchange` tells every owner of a field that is closed (紧急关闭). */
export interface FieldClosed {
  readonly id: string;
  readonly coordinate: string;
  /** Null closes the field on every row. */
  readonly holderId: string | null;
  readonly ground: string;
}

/** The epoch of the log of `exchange` that is being read: the place in it is kept before its events are taken in. */
const epoch = "(SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')";

/** How each decision of the sharing desk is taken into the replica, by the kind of event that tells of it; once more where it was told in an earlier epoch already. */
export const deskEvents: Readonly<Record<string, (tx: Transaction, event: ReceivedEvent) => Promise<unknown>>> = {
  SharingGranted: (tx, { payload }) => {
    const grant = payload as unknown as SharingGranted;
    return tx.$executeRawUnsafe(
      `INSERT INTO kernel.sharing_grant (id, grantee, holder, coordinates, purpose, until, epoch)
       VALUES ($1, $2, $3, $4::text[], $5, $6::timestamptz, ${epoch}) ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch`,
      grant.id, grant.granteeId, grant.holderId, grant.coordinates, grant.purpose, grant.until,
    );
  },
  SharingGrantEnded: (tx, { subjectId }) => tx.$executeRawUnsafe('DELETE FROM kernel.sharing_grant WHERE id = $1', subjectId),
  FieldClosed: (tx, { payload }) => {
    const closing = payload as unknown as FieldClosed;
    return tx.$executeRawUnsafe(
      `INSERT INTO kernel.field_closing (id, coordinate, holder, ground, epoch) VALUES ($1, $2, $3, $4, ${epoch}) ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch`,
      closing.id, closing.coordinate, closing.holderId, closing.ground,
    );
  },
  FieldReopened: (tx, { subjectId }) => tx.$executeRawUnsafe('DELETE FROM kernel.field_closing WHERE id = $1', subjectId),
};
