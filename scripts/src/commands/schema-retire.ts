import { CommandRefused } from '../command-refused.js';
import { versionAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { registryAt } from '../schema/registry-at.js';
import type { SchemaVersion } from '../schema/schema-version.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

/** Keeps a version that is not in force from being brought back. */
export function schemaRetire(subgraph: string, version: string, options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    const registry = await registryAt(options);
    const found = /^[1-9]\d*$/.test(version) ? await versionAt(registry, subgraph, Number(version)) : undefined;
    if (!found) throw new CommandRefused(`There is no version ${version} of ${subgraph}; hub schema history ${subgraph} lists them.`);
    const retired = await registry.post<SchemaVersion>('/registry/retirements', { versionId: found.id, reason });
    console.log(json ? JSON.stringify(retired, null, 2) : `${subgraph}: version ${version} is retired, and is not brought back.`);
    return 0;
  }, options);
}
