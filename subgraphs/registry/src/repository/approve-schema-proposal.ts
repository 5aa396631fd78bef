import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { kindsToApprove } from '../domain/kinds-to-approve.js';
import { requireApprover } from '../domain/require-approver.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { ApproveSchemaProposalInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';
import type { SchemaApproval } from './schema-approval.js';
import { admittedProposal, contentOf } from './schema-proposal.js';
import { usersBehindChange } from './users-behind-change.js';

/** Approves what a proposal changes (5.4.3 a), by whom it concerns; with the last approval that it needs it is approved. */
export async function approveSchemaProposal(scope: ActScope<RegistryTransaction>, input: ApproveSchemaProposalInput): Promise<ActResult> {
  const { unit, caller } = scope;
  await requireSteward(unit.tx, caller, 'proposalId');
  const proposal = await admittedProposal(scope, input);
  const reason = requireText('reason', input.reason, 1000);
  const content = contentOf(proposal);
  const { findings, approvals } = content;
  requireApprover(input.kinds, caller, { checkedBy: await usersBehindChange(unit.tx, content), found: kindsToApprove(findings, []) });
  const approval: SchemaApproval = { kinds: input.kinds, approved: { ...actRecord(unit) }, reason };
  const all = [...approvals, approval];
  await unit.tx.schemaProposal.update({
    where: { id: proposal.id },
    data: { approvals: all as never, ...schemaProposalMachine.move('approveSchemaProposal', proposal, kindsToApprove(findings, all).length === 0 ? 'APPROVED' : 'OPEN') },
  });
  return { valueId: proposal.id };
}
