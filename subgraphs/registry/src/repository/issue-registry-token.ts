import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { IssueRegistryTokenInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { newRegistryToken, registryTokenHash } from './registry-token.js';
import { requireSteward, requireSubgraph } from './require-subgraph.js';

const longest = 366 * 86_400_000;

/**
 * Issues a registry token for one subgraph (5.4.3 c), kept as its hash.
 * @param show told the token of each one made, which nobody can tell again
 */
export function issueRegistryToken(show: (id: string, token: string) => void) {
  return async ({ unit, caller }: ActScope<RegistryTransaction>, input: IssueRegistryTokenInput): Promise<ActResult> => {
    await requireSteward(unit.tx, caller, 'subgraph');
    // What a stolen key began is to end with it.
    if (caller.keyId !== undefined) throw new Refusal('REGISTRY_TOKEN_BY_SYSTEM', { parameters: {} });
    const subgraph = await requireSubgraph(unit.tx, caller, input.subgraph);
    const name = requireText('name', input.name, 200);
    const expiresAt = requireFuture('expiresAt', input.expiresAt, unit.now);
    const atMost = new Date(unit.now.getTime() + longest);
    requireValid(expiresAt <= atMost, 'expiresAt', { en: 'it is more than a year from now', 'zh-CN': '距今超过一年' }, atMost.toISOString());
    const id = randomUUID();
    const token = newRegistryToken();
    await unit.tx.registryToken.create({
      data: { id, subgraph, name, tokenHash: registryTokenHash(token), issued: { ...actRecord(unit) }, issuedAt: unit.now, expiresAt, holder: 'registry' },
    });
    show(id, token);
    return { valueId: id };
  };
}
