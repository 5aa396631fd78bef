import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { registryAt } from '../schema/registry-at.js';
import { proposalAt, type SchemaProposal } from '../schema/schema-proposal.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

const approvable = ['NARROWED', 'WIDENED', 'BREAKING', 'CODE_ENDED', 'CODE_CHANGED'];

/** Lets findings of a check, or of a proposal, pass, as whom they concern. */
export function schemaApprove(id: string, kinds: readonly string[], options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    const wrong = kinds.find((kind) => !approvable.includes(kind));
    if (wrong !== undefined) throw new CommandRefused(`"${wrong}" is nothing to approve; there are ${approvable.join(', ')}.`);
    const registry = await registryAt(options);
    if (await proposalAt(registry, id)) {
      const proposal = await registry.post<SchemaProposal>('/registry/proposal-approvals', { proposalId: id, kinds, reason });
      const rest = proposal.state === 'APPROVED' ? 'it may be published' : `${proposal.toApprove.join(', ')} to approve`;
      console.log(json ? JSON.stringify(proposal, null, 2) : `${proposal.title}: ${kinds.join(', ')} may pass; ${rest}.`);
      return 0;
    }
    const check = await registry.post<{ subgraph: string }>('/registry/approvals', { checkId: id, kinds, reason });
    console.log(json ? JSON.stringify(check, null, 2) : `${check.subgraph}: ${kinds.join(', ')} may pass, for the text of check ${id}.`);
    return 0;
  }, options);
}
