import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { listAt } from '../schema/list-at.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import { versionInWords, type SchemaVersion } from '../schema/schema-version.js';

/** Prints the versions of a subgraph, or of the supergraph, latest first. */
export function schemaHistory(subgraph: string, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const versions = await listAt<SchemaVersion>(await registryAt(options), '/registry/versions', { subgraph });
    if (versions.length === 0) throw new CommandRefused(`There is no version of ${subgraph}; hub schema running lists the subgraphs.`);
    if (options.json) console.log(JSON.stringify(versions, null, 2));
    else for (const version of versions) console.log(versionInWords(version));
    return 0;
  }, options);
}
