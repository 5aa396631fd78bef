import { CommandRefused } from '../command-refused.js';
import { versionAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { registryAt, type Registry, type RegistryOptions } from '../schema/registry-at.js';
import type { SchemaVersionWithText } from '../schema/schema-version.js';
import { differenceOf, tellDifference } from '../schema/tell-difference.js';

/** Prints what changed between two versions of a subgraph: the last two where none are named. */
export function schemaDiff(subgraph: string, from: string | undefined, to: string | undefined, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const registry = await registryAt(options);
    const after = await named(registry, subgraph, to ?? 'latest');
    const before = await named(registry, subgraph, from ?? String(after.version - 1));
    if (options.json) console.log(JSON.stringify({ subgraph, from: before.version, to: after.version, ...differenceOf(subgraph, before.sdl, after.sdl) }, null, 2));
    else {
      console.log(`${subgraph}, version ${before.version} to ${after.version}:`);
      tellDifference(subgraph, before.sdl, after.sdl);
    }
    return 0;
  }, options);
}

async function named(registry: Registry, subgraph: string, version: string): Promise<SchemaVersionWithText> {
  if (version !== 'latest' && !/^[1-9]\d*$/.test(version)) throw new CommandRefused(`There is no version ${version} of ${subgraph} to compare with; hub schema history ${subgraph} lists them.`);
  const found = await versionAt(registry, subgraph, version === 'latest' ? version : Number(version));
  if (!found) throw new CommandRefused(`There is no version ${version} of ${subgraph}; hub schema history ${subgraph} lists them.`);
  return found;
}
