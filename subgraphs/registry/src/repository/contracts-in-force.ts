import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached, variantSigned } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { ContractVariant } from '@hub/schema/contract/contract-variants.js';
import type { DerivedContract } from '@hub/schema/contract/derive-contract.js';
import type { SchemaContract } from '@hub/prisma/registry/generated/client.js';
import type { RegistryDatabase } from './database.js';
import { supergraphInForce } from './supergraph-in-force.js';

/** What contracts are derived and signed with. */
export interface ContractMaking {
  readonly derive: (supergraphSdl: string) => Promise<Readonly<Record<ContractVariant, DerivedContract>>>;
  readonly key: KeyFile;
}

/** Derivations under way, by database: many ask at once when there is a new supergraph. */
const underWay = new WeakMap<RegistryDatabase, { readonly of: string; readonly done: Promise<void> }>();

/** The contracts of the supergraph in force, derived and signed when they are first asked for, by name. */
export async function contractsInForce(database: RegistryDatabase, making: ContractMaking): Promise<{ readonly version: number; readonly contracts: readonly Omit<SchemaContract, 'sdl'>[] }> {
  const { contentHash, version } = await supergraphInForce(database);
  const read = () => database.schemaContract.findMany({ where: { supergraphHash: contentHash }, omit: { sdl: true }, orderBy: { variant: 'asc' } });
  const contracts = await read();
  // Those that an earlier edition has signed do not say which contract they are.
  const named = contracts.every(({ signature, variant }) => signature === null || variantSigned(signature) === variant);
  if (contracts.length > 0 && named) return { version, contracts };
  let derivation = underWay.get(database);
  if (derivation?.of !== contentHash) underWay.set(database, (derivation = { of: contentHash, done: put(database, contentHash, making) }));
  try {
    await derivation.done;
  } finally {
    if (underWay.get(database) === derivation) underWay.delete(database);
  }
  return { version, contracts: await read() };
}

async function put(database: RegistryDatabase, supergraphHash: string, { derive, key }: ContractMaking): Promise<void> {
  const { sdl: supergraphSdl } = await database.schemaText.findUniqueOrThrow({ where: { contentHash: supergraphHash } });
  const signing = await key.key();
  const rows = await Promise.all(
    Object.entries(await derive(supergraphSdl)).map(async ([variant, contract]): Promise<SchemaContract> => {
      const none = { variant, supergraphHash, contentHash: null, sdl: null, signature: null, problem: null };
      if ('problem' in contract) return { ...none, problem: contract.problem };
      return { ...none, contentHash: sha256(contract.sdl), sdl: contract.sdl, signature: await signDetached(signing, contract.sdl, variant) };
    }),
  );
  await database.$transaction(rows.map(({ variant, ...row }) => database.schemaContract.upsert({ where: { variant }, create: { variant, ...row }, update: row })));
}
