import { CommandRefused } from '../command-refused.js';
import { publishedAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { readCodes } from '../schema/read-codes.js';
import { readSchema } from '../schema/read-schema.js';
import { registryAt } from '../schema/registry-at.js';
import { tellProposal, type SchemaProposal } from '../schema/schema-proposal.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

export interface SchemaProposeOptions extends SchemaPromoteOptions {
  /** Each as list=file. */
  readonly codeList?: readonly string[];
}

/** Proposes a change of one or more subgraphs, or of code lists. @param changes each as subgraph=path */
export function schemaPropose(title: string, changes: readonly string[], options: SchemaProposeOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json, codeList = [] } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    if (changes.length + codeList.length === 0) throw new CommandRefused('Name what is to change: labs=schema/sdl/labs, or --code-list units=units.json.');
    const named = pairs(changes, 'names no subgraph and file; right would be labs=schema/sdl/labs');
    const lists = pairs(codeList, 'names no code list and file; right would be units=units.json');
    const registry = await registryAt(options);
    const read = named.map(async ([subgraph, path]) => ({ subgraph, sdl: (await readSchema(subgraph, path, (owner) => publishedAt(registry, owner))).sdl }));
    const codeLists = lists.map(async ([listId, path]) => ({ listId, codes: await readCodes(path) }));
    const proposal = await registry.post<SchemaProposal>('/registry/proposals', { title, reason, changes: await Promise.all(read), codeLists: await Promise.all(codeLists) });
    if (json) console.log(JSON.stringify(proposal, null, 2));
    else tellProposal(proposal);
    return 0;
  }, options);
}

/** Names and paths. @param problem what is wrong of one that is no pair, without a full stop */
function pairs(given: readonly string[], problem: string): readonly (readonly [name: string, path: string])[] {
  return given.map((each) => {
    const [, name, path] = /^([a-z-]+)=(.+)$/s.exec(each) ?? [];
    if (name === undefined || path === undefined) throw new CommandRefused(`"${each}" ${problem}.`);
    return [name, path] as const;
  });
}
