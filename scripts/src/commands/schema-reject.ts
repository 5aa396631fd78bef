import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { registryAt } from '../schema/registry-at.js';
import type { SchemaProposal } from '../schema/schema-proposal.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

/** Rejects a proposal, or takes back one's own. */
export function schemaReject(proposalId: string, options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    const proposal = await (await registryAt(options)).post<SchemaProposal>('/registry/rejections', { proposalId, reason });
    console.log(json ? JSON.stringify(proposal, null, 2) : `${proposal.title}: rejected.`);
    return 0;
  }, options);
}
