import { withExitCode } from '../exit-code.js';
import { listAt } from '../schema/list-at.js';
import { operationInWords, type PersistedOperation } from '../schema/persisted-operation.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

/** Prints the registered operations, latest first. */
export function operationsList(client: string | undefined, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const operations = await listAt<PersistedOperation>(await registryAt(options), '/registry/operations/registered', client === undefined ? {} : { client });
    if (options.json) console.log(JSON.stringify(operations, null, 2));
    else for (const operation of operations) console.log(operationInWords(operation));
    return 0;
  }, options);
}
