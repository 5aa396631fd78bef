import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { CommentSchemaProposalInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';
import { admittedProposal, contentOf, type ProposalComment } from './schema-proposal.js';

/** How many comments a party may make on one proposal. */
const limit = 50;

/** Keeps what somebody says of a proposal (5.4.3 c), beside it. */
export async function commentSchemaProposal(scope: ActScope<RegistryTransaction>, input: CommentSchemaProposalInput): Promise<ActResult> {
  const { unit, caller } = scope;
  await requireSteward(unit.tx, caller, 'proposalId');
  const proposal = await admittedProposal(scope, input);
  const text = requireText('text', input.text, 2000);
  const { comments } = contentOf(proposal);
  if (comments.filter(({ commented }) => commented.partyId === caller.partyId).length >= limit) throw new Refusal('SCHEMA_COMMENTS_FULL', { field: 'text', parameters: { limit } });
  const comment: ProposalComment = { commented: { ...actRecord(unit) }, text };
  await unit.tx.schemaProposal.update({ where: { id: proposal.id }, data: { comments: [...comments, comment] as never } });
  return { valueId: proposal.id };
}
