import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { RevokeRegistryTokenInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';

/** Revokes a registry token (5.4.3 c); one that is revoked stays so. */
export async function revokeRegistryToken({ unit, caller, admit }: ActScope<RegistryTransaction>, { tokenId }: RevokeRegistryTokenInput): Promise<ActResult> {
  await requireSteward(unit.tx, caller, 'tokenId');
  const token = admit(await unit.tx.registryToken.findUnique({ where: { id: tokenId } }), { type: 'RegistryToken', id: tokenId, field: 'tokenId' });
  await unit.tx.registryToken.updateMany({ where: { id: token.id, revokedAt: null }, data: { revokedAt: unit.now } });
  return { valueId: token.id };
}
