import { withExitCode } from '../exit-code.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import type { SchemaProposal } from '../schema/schema-proposal.js';

/** Says something of a proposal. */
export function schemaComment(proposalId: string, text: string, options: RegistryOptions): Promise<void> {
  return withExitCode(async () => {
    const proposal = await (await registryAt(options)).post<SchemaProposal>('/registry/comments', { proposalId, text });
    console.log(options.json ? JSON.stringify(proposal, null, 2) : `${proposal.title}: ${proposal.comments.length} ${proposal.comments.length === 1 ? 'comment' : 'comments'}.`);
    return 0;
  }, options);
}
