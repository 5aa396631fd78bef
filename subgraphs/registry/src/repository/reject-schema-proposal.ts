import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { RejectSchemaProposalInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';
import { admittedProposal } from './schema-proposal.js';

/** Rejects a proposal (5.4.3 c), with the reason; whoever proposed it takes it back so. */
export async function rejectSchemaProposal(scope: ActScope<RegistryTransaction>, input: RejectSchemaProposalInput): Promise<ActResult> {
  const { unit, caller } = scope;
  await requireSteward(unit.tx, caller, 'proposalId');
  const proposal = await admittedProposal(scope, input);
  const rejectedBecause = requireText('reason', input.reason, 1000);
  await unit.tx.schemaProposal.update({
    where: { id: proposal.id },
    data: { rejected: { ...actRecord(unit) }, rejectedBecause, ...schemaProposalMachine.move('rejectSchemaProposal', proposal) },
  });
  return { valueId: proposal.id };
}
