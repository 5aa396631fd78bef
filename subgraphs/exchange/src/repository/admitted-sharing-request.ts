import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { SharingRequest } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/**
 * The request that an item names, locked, for who may answer it or for who made it. It concerns both the applicant and the authority: their
 * acts differ, and neither does the other's.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT
 */
export async function admittedSharingRequest(
  { unit, caller, admit }: ActScope<ExchangeTransaction>,
  { requestId: id, expectedRevision }: { readonly requestId: string; readonly expectedRevision?: number | null | undefined },
  by: 'answering' | 'applicant',
): Promise<SharingRequest> {
  // What is not locked is not acted on: it may have come to concern the caller since.
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`SELECT id FROM sharing_request WHERE id = ${id} AND (holder = ${caller.partyId} OR ${caller.partyId} = ANY(concerned)) FOR UPDATE`;
  const request = admit(locked ? await unit.tx.sharingRequest.findUnique({ where: { id } }) : null, { type: 'SharingRequest', id, field: 'requestId', expectedRevision });
  const parties = by === 'applicant' ? [request.applicantId] : [request.holder, request.authorityId];
  if (!parties.includes(caller.partyId)) throw new Refusal('NOT_FOUND', { field: 'requestId', parameters: { type: 'SharingRequest', id } });
  return request;
}
