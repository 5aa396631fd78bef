import { withExitCode } from '../exit-code.js';
import { listAt } from '../schema/list-at.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import { versionInWords, type SchemaVersion } from '../schema/schema-version.js';

/** Prints the versions of a subgraph, or of the supergraph, latest first. */
export function schemaHistory(subgraph: string, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const versions = await listAt<SchemaVersion>(await registryAt(options), '/registry/versions', { subgraph });
    if (options.json) console.log(JSON.stringify(versions, null, 2));
    else for (const version of versions) console.log(versionInWords(version));
    return 0;
  });
}
