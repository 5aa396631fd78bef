import { CommandRefused } from '../command-refused.js';
import { versionAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import type { SchemaVersion } from '../schema/schema-version.js';

export interface SchemaPromoteOptions extends RegistryOptions {
  readonly reason?: string;
}

/** Brings an older version back, terms and all. @param version the one before the one in force where none is named */
export function schemaPromote(subgraph: string, version: string | undefined, options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    if (version !== undefined && !/^[1-9]\d*$/.test(version)) throw new CommandRefused(`"${version}" is no version; hub schema history ${subgraph} lists them.`);
    const registry = await registryAt(options);
    const inForce = await versionAt(registry, subgraph, 'latest');
    if (!inForce) throw new CommandRefused(`There is no version of ${subgraph}.`);
    // Going back once more goes on from the version that was brought back, not to the one that was left.
    const wanted = version === undefined ? (inForce.promotedFrom?.version ?? inForce.version) - 1 : Number(version);
    const older = wanted < 1 ? undefined : await versionAt(registry, subgraph, wanted);
    if (!older) throw new CommandRefused(`There is no version ${wanted} of ${subgraph}; hub schema history ${subgraph} lists them.`);
    const now = await registry.post<SchemaVersion>('/registry/promotions', { versionId: older.id, expectedVersion: inForce.version, reason });
    console.log(json ? JSON.stringify(now, null, 2) : `${subgraph}: version ${older.version} is in force again, as version ${now.version}.`);
    return 0;
  }, options);
}
