import { readFile } from 'node:fs/promises';
import { anyManifest } from '@hub/gateway/limits/operations/any-manifest.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { operationInWords, type PersistedOperation } from '../schema/persisted-operation.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

export interface OperationsRegisterOptions extends RegistryOptions {
  readonly safelist: boolean;
}

/** Registers the operations of a client: those of its manifest, Apollo's or Relay's, under the ids that they have there, or the one of a GraphQL file. */
export function operationsRegister(client: string, path: string, { safelist, ...options }: OperationsRegisterOptions): Promise<void> {
  return withExitCode(async () => {
    const operations = await operationsIn(path);
    const registry = await registryAt(options);
    const registered: PersistedOperation[] = [];
    for (const operation of operations) registered.push(await registry.post<PersistedOperation>('/registry/operations', { client, ...operation, safelist }));
    if (options.json) console.log(JSON.stringify(registered, null, 2));
    else for (const operation of registered) console.log(operationInWords(operation));
    return 0;
  }, options);
}

async function operationsIn(path: string): Promise<readonly { readonly body: string; readonly manifestId?: string }[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`${path} cannot be read (${error.message}).`);
  });
  if (!path.endsWith('.json')) return [{ body: text }];
  const { data } = anyManifest.safeParse(jsonIn(text, path));
  if (!data) throw new CommandRefused(`${path} is no manifest of operations: neither a persisted query manifest as Apollo's tools write it, nor texts by id as Relay's do.`);
  return data.map(({ id, body }) => ({ body, manifestId: id }));
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandRefused(`${path} is no JSON (${(error as Error).message}). Right would be a manifest of operations.`);
  }
}
