import { coordinateChanges } from '@hub/schema/check/coordinate-changes.js';
import { readPublished } from '@hub/schema/check/read-published.js';
import { allTerms, termChanges } from '@hub/schema/check/term-changes.js';
import { CommandRefused } from '../command-refused.js';
import { versionAt } from '../schema/check-at.js';
import { withExitCode } from '../schema/exit-code.js';
import { registryAt, type Registry, type RegistryOptions } from '../schema/registry-at.js';
import type { SchemaVersionWithText } from '../schema/schema-version.js';
import { tellFindings } from '../schema/tell-findings.js';

/** Prints what changed between two versions of a subgraph: the last two where none are named. */
export function schemaDiff(subgraph: string, from: string | undefined, to: string | undefined, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const registry = await registryAt(options);
    const after = await named(registry, subgraph, to ?? 'latest');
    const before = await named(registry, subgraph, from ?? String(after.version - 1));
    const [old, now] = [readPublished(subgraph, before.sdl), readPublished(subgraph, after.sdl)];
    const { added, removed, changed } = coordinateChanges(old.schema, now.schema);
    const terms = termChanges(allTerms([old]), allTerms([now]));
    if (options.json) console.log(JSON.stringify({ subgraph, from: before.version, to: after.version, added, removed, changed, terms }, null, 2));
    else {
      console.log(`${subgraph}, version ${before.version} to ${after.version}:`);
      for (const coordinate of added) console.log(`+ ${coordinate}`);
      for (const coordinate of removed) console.log(`- ${coordinate}`);
      for (const { coordinate, before: had, after: has } of changed) console.log(`~ ${coordinate}: ${had} is now ${has}`);
      tellFindings(terms.map((each) => ({ ...each, severity: 'WARNING' as const })), () => undefined);
    }
    return 0;
  });
}

async function named(registry: Registry, subgraph: string, version: string): Promise<SchemaVersionWithText> {
  if (version !== 'latest' && !/^[1-9]\d*$/.test(version)) throw new CommandRefused(`There is no version ${version} of ${subgraph} to compare with; hub schema history ${subgraph} lists them.`);
  const found = await versionAt(registry, subgraph, version === 'latest' ? version : Number(version));
  if (!found) throw new CommandRefused(`There is no version ${version} of ${subgraph}; hub schema history ${subgraph} lists them.`);
  return found;
}
