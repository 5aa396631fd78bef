import { readFile } from 'node:fs/promises';
import { manifest } from '@hub/gateway/limits/operations/manifest.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { operationInWords, type PersistedOperation } from '../schema/persisted-operation.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

export interface OperationsRegisterOptions extends RegistryOptions {
  readonly safelist: boolean;
}

/** Registers the operations of a client: those of a persisted query manifest, or the one of a GraphQL file. */
export function operationsRegister(client: string, path: string, { safelist, ...options }: OperationsRegisterOptions): Promise<void> {
  return withExitCode(async () => {
    const bodies = await bodiesIn(path);
    const registry = await registryAt(options);
    const registered: PersistedOperation[] = [];
    for (const body of bodies) registered.push(await registry.post<PersistedOperation>('/registry/operations', { client, body, safelist }));
    if (options.json) console.log(JSON.stringify(registered, null, 2));
    else for (const operation of registered) console.log(operationInWords(operation));
    return 0;
  });
}

async function bodiesIn(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`${path} cannot be read (${error.message}).`);
  });
  if (!path.endsWith('.json')) return [text];
  const { data, error } = manifest.safeParse(jsonIn(text, path));
  if (!data) throw new CommandRefused(`${path} is no persisted query manifest: ${error.issues[0]?.path.join('.') ?? ''} ${error.issues[0]?.message ?? ''}.`);
  return data.operations.map(({ body }) => body);
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandRefused(`${path} is no JSON (${(error as Error).message}). Right would be a persisted query manifest.`);
  }
}
