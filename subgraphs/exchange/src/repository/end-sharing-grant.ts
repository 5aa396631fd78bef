import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Prisma, SharingGrant } from '@hub/prisma/exchange/generated/client.js';
import { sharingGrantMachine } from '../domain/sharing-grant-machine.js';
import type { SharingGrantState } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { toEveryOwner } from './to-every-owner.js';

/** Ends a grant that is locked, and tells every owner. Who has expired needs no telling to be refused: owners look at the time themselves. */
export async function endSharingGrant(
  unit: UnitOfWork<ExchangeTransaction>,
  cause: 'withdrawSharing' | 'SharingGrantEnded',
  to: Exclude<SharingGrantState, 'IN_FORCE'>,
  grant: SharingGrant,
  changes: Prisma.SharingGrantUpdateInput = {},
): Promise<void> {
  const ended = await unit.tx.sharingGrant.update({ where: { id: grant.id }, data: { ...changes, ...sharingGrantMachine.move(cause, grant, to) } });
  unit.emit({ kind: 'SharingGrantEnded', subjectType: 'SharingGrant', subjectId: ended.id, stamps: stampsOf(ended), receivers: toEveryOwner({ id: ended.id }) });
}
