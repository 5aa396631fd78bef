import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { owners } from '@hub/prisma/owner.js';
import type { RegistryToken } from '@hub/prisma/registry/generated/client.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { RegistryTransaction } from './database.js';
import { tokenInForce, tokenOfUser } from './registry-token.js';

/**
 * The name of a subgraph of which a caller may check and publish the schema: a registry token is for one alone. Gateways know the addresses of the hub's
 * owners and of no others: another's schema would be published and never answered.
 * @throws Refusal VALUE_INVALID, REGISTRY_TOKEN_REFUSED, REGISTRY_TOKEN_ELSEWHERE
 */
export async function requireSubgraph(tx: RegistryTransaction, caller: Caller, name: string, field = 'subgraph'): Promise<string> {
  requireValid(
    (owners as readonly string[]).includes(name),
    field,
    { en: 'no gateway knows a subgraph of this name', 'zh-CN': '网关不识别该名称的子图' },
    owners.join(', '),
  );
  const tokenId = tokenOfUser(caller.userId);
  if (tokenId === undefined) return name;
  const { subgraph } = await requireToken(tx, tokenId, field);
  if (subgraph === name) return name;
  throw new Refusal('REGISTRY_TOKEN_ELSEWHERE', { field, parameters: { subgraph } });
}

/** Refuses a registry token what data stewards alone do. @throws Refusal REGISTRY_TOKEN_REFUSED, REGISTRY_TOKEN_ELSEWHERE */
export async function requireSteward(tx: RegistryTransaction, caller: Caller, field: string): Promise<void> {
  const tokenId = tokenOfUser(caller.userId);
  if (tokenId === undefined) return;
  const { subgraph } = await requireToken(tx, tokenId, field);
  throw new Refusal('REGISTRY_TOKEN_ELSEWHERE', { field, parameters: { subgraph } });
}

/** The token by which is acted: it may have been revoked since the request came. */
async function requireToken(tx: RegistryTransaction, id: string, field: string): Promise<RegistryToken> {
  const token = await tokenInForce(tx, { id });
  if (!token) throw new Refusal('REGISTRY_TOKEN_REFUSED', { field });
  return token;
}
