import { join } from 'node:path';
import { registryKeys } from '../code-lists/registry-keys.js';
import { verifyDetached } from '../identity/detached-signature.js';
import { PinnedKeys, type RegistrySignature } from '../identity/pinned-keys.js';
import type { SubgraphDefinition } from './subgraph-definition.js';
import type { SubgraphEnvironment } from './subgraph-environment.js';

/** The owner whose code lists the others keep, and whose word every owner's terms are; while it is away they serve on with what they have, and are ready. */
export const registry = 'registry';

/** How an owner knows what the registry has signed: each pins the keys that it has heard itself; the registry knows its own. */
export function signatureOfRegistry({ owner, registryKeys: ownKeys }: Pick<SubgraphDefinition<never, never, never>, 'owner' | 'registryKeys'>, environment: SubgraphEnvironment): RegistrySignature {
  if (ownKeys) {
    const signed = async (text: string, signature: string) => verifyDetached(await ownKeys(environment), text, signature);
    return { signed, stillSigned: signed };
  }
  return new PinnedKeys(join(environment.dataDir, 'registry-keys', `${owner}.json`), () => registryKeys(environment.peers[registry] ?? '')());
}
