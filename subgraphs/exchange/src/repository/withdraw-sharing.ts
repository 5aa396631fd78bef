import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { WithdrawSharingInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { endSharingGrant } from './end-sharing-grant.js';

/** Withdraws a grant (撤销授权), by the holder or the grantee, and tells every owner; another grant of the same fields goes on. */
export async function withdrawSharing({ unit, caller, admit }: ActScope<ExchangeTransaction>, input: WithdrawSharingInput): Promise<ActResult> {
  const { grantId: id, expectedRevision } = input;
  // What is not locked is not acted on: it may have come to concern the caller since.
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`SELECT id FROM sharing_grant WHERE id = ${id} AND (holder = ${caller.partyId} OR ${caller.partyId} = ANY(concerned)) FOR UPDATE`;
  const grant = admit(locked ? await unit.tx.sharingGrant.findUnique({ where: { id } }) : null, { type: 'SharingGrant', id, field: 'grantId', expectedRevision });
  const withdrawalReason = requireText('reason', input.reason);
  await endSharingGrant(unit, 'withdrawSharing', 'WITHDRAWN', grant, { withdrawn: { ...actRecord(unit) }, withdrawalReason });
  return { valueId: id };
}
