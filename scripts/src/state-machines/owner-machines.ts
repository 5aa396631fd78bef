import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { owners } from '@hub/prisma/owner.js';
import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import type { AnyMachine } from './machine-findings.js';
import { readStateContract, type StateContract } from './state-contract.js';

/** An owner's machines beside what its SDL says of states. */
export interface OwnerMachines {
  readonly contract: StateContract;
  readonly machines: readonly AnyMachine[];
}

/** The machines that each owner collects in src/domain/machines.ts; an owner whose types have no states has no such file. */
export async function ownerMachines(): Promise<OwnerMachines[]> {
  return Promise.all(
    owners.map(async (owner) => ({ contract: readStateContract(owner, publishedSdl[owner] ?? ''), machines: await machinesOf(owner) })),
  );
}

async function machinesOf(owner: string): Promise<readonly AnyMachine[]> {
  const source = fileURLToPath(new URL(`../../../subgraphs/${owner}/src/domain/machines.ts`, import.meta.url));
  if (!existsSync(source)) return [];
  const { machines } = (await import(/* @vite-ignore */ `@hub/${owner}/domain/machines.js`)) as { machines: readonly AnyMachine[] };
  return machines;
}
