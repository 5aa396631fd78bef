import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Prisma, SharingRequest } from '@hub/prisma/exchange/generated/client.js';
import { sharingRequestMachine } from '../domain/sharing-request-machine.js';
import type { SharingRequestState } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';

/** Moves a request that is locked, by an act, or as its applicant has left, with what changes besides, and tells the log. */
export async function moveSharingRequest(
  unit: UnitOfWork<ExchangeTransaction>,
  act: 'extendSharingRequest' | 'grantSharing' | 'refuseSharing' | 'withdrawSharingRequest' | 'SharingRequestMoved',
  request: SharingRequest,
  changes: Prisma.SharingRequestUpdateInput,
  to?: SharingRequestState,
): Promise<ActResult> {
  const data = { ...changes, ...sharingRequestMachine.move(act, request, to) };
  const moved = await unit.tx.sharingRequest.update({ where: { id: request.id }, data });
  unit.emit({ kind: 'SharingRequestMoved', subjectType: 'SharingRequest', subjectId: moved.id, stamps: stampsOf(moved), receivers: {} });
  return { valueId: moved.id };
}
