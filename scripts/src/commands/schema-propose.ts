import { CommandRefused } from '../command-refused.js';
import { publishedAt } from '../schema/check-at.js';
import { withExitCode } from '../exit-code.js';
import { readSchema } from '../schema/read-schema.js';
import { registryAt } from '../schema/registry-at.js';
import { tellProposal, type SchemaProposal } from '../schema/schema-proposal.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

/** Proposes a change of one or more subgraphs. @param changes each as subgraph=path */
export function schemaPropose(title: string, changes: readonly string[], options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    const named = changes.map((change) => /^([a-z-]+)=(.+)$/s.exec(change) ?? change);
    const wrong = named.find((each) => typeof each === 'string');
    if (wrong !== undefined) throw new CommandRefused(`"${String(wrong)}" names no subgraph and file; right would be labs=schema/sdl/labs.`);
    const registry = await registryAt(options);
    const read = named.map(async ([, subgraph = '', path = '']) => ({ subgraph, sdl: (await readSchema(subgraph, path, (owner) => publishedAt(registry, owner))).sdl }));
    const proposal = await registry.post<SchemaProposal>('/registry/proposals', { title, reason, changes: await Promise.all(read) });
    if (json) console.log(JSON.stringify(proposal, null, 2));
    else tellProposal(proposal);
    return 0;
  });
}
