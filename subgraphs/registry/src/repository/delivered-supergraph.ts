import type { ContractVariant } from '@hub/schema/contract/contract-variants.js';
import { contractsInForce, type ContractMaking } from './contracts-in-force.js';
import type { RegistryDatabase } from './database.js';
import { supergraphInForce } from './supergraph-in-force.js';

/** What gateways are given, with what they verify it by. */
export interface Delivered {
  readonly contentHash: string;
  readonly signature: string;
  readonly version: number;
  readonly sdl: () => Promise<string>;
}

/** The supergraph in force, or the contract of it that is named; or why there is no such contract. */
export async function deliveredSupergraph(database: RegistryDatabase, variant: ContractVariant | undefined, making: ContractMaking): Promise<Delivered | { readonly problem: string }> {
  if (variant === undefined) {
    const { contentHash, signature, version } = await supergraphInForce(database);
    return { contentHash, signature, version, sdl: async () => (await database.schemaText.findUniqueOrThrow({ where: { contentHash } })).sdl };
  }
  const { version, contracts } = await contractsInForce(database, making);
  const { contentHash = null, signature = null, problem = null } = contracts.find((each) => each.variant === variant) ?? {};
  if (contentHash === null || signature === null) return { problem: problem ?? 'It is being derived anew.' };
  return { contentHash, signature, version, sdl: async () => (await database.schemaContract.findFirstOrThrow({ where: { variant, contentHash } })).sdl ?? '' };
}
