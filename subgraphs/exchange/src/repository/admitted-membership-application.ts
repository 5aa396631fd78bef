import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { MembershipApplication } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';
import { requireRegisterKeeper } from './require-register-keeper.js';

/** The application that an item names, locked. @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT, REGISTER_KEPT_BY_ANOTHER */
export async function admittedMembershipApplication(
  { unit, caller, admit }: ActScope<ExchangeTransaction>,
  { applicationId: id, expectedRevision }: { readonly applicationId: string; readonly expectedRevision?: number | null | undefined },
): Promise<MembershipApplication> {
  await unit.tx.$queryRaw`SELECT id FROM membership_application WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const application = admit(await unit.tx.membershipApplication.findUnique({ where: { id } }), { type: 'MembershipApplication', id, field: 'applicationId', expectedRevision });
  await requireRegisterKeeper(unit.tx, caller);
  return application;
}
