import { CommandRefused } from '../command-refused.js';
import { asOfAt, versionAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';

export interface SchemaShowOptions extends RegistryOptions {
  /** ISO 8601 with zone. */
  readonly at?: string;
}

/** Prints the text of a version: the one named, the one that was in force at a time, or the one that is. */
export function schemaShow(subgraph: string, version: string | undefined, options: SchemaShowOptions): Promise<void> {
  return withExitCode(async () => {
    const { at, json } = options;
    if (version !== undefined && !/^[1-9]\d*$/.test(version)) throw new CommandRefused(`"${version}" is no version; hub schema history ${subgraph} lists them.`);
    if (at !== undefined && (version !== undefined || Number.isNaN(Date.parse(at)))) throw new CommandRefused('Name a version, or a time with its zone: --at 2026-12-01T00:00:00+08:00.');
    const registry = await registryAt(options);
    const found = at === undefined ? await versionAt(registry, subgraph, version === undefined ? 'latest' : Number(version)) : await asOfAt(registry, subgraph, new Date(at));
    if (!found) throw new CommandRefused(`There is no such version of ${subgraph}; hub schema history ${subgraph} lists them.`);
    console.log(json ? JSON.stringify(found, null, 2) : found.sdl);
    return 0;
  }, options);
}
