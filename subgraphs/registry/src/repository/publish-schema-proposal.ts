import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import { operationFinding } from '@hub/schema/check/refused-operations.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { PublishSchemaProposalInput } from '../generated/graphql.js';
import { checkTask } from './check-task.js';
import { checkedWithFormer } from './checked-with-former.js';
import type { RegistryTransaction } from './database.js';
import { notGreen } from './keep-check.js';
import { operationsInUse } from './operations-in-use.js';
import { publishProposedCodeLists } from './publish-proposed-code-lists.js';
import { putWithSupergraph } from './put-with-supergraph.js';
import { requireNotRetired } from './require-not-retired.js';
import { requireSteward } from './require-subgraph.js';
import { requireVersion } from './require-version.js';
import { ruleExceptions } from './rule-exceptions.js';
import { approvalsOf, type ApprovalsOfChange } from './schema-approval.js';
import { admittedProposal, contentOf } from './schema-proposal.js';
import type { SchemaPublishing } from './schema-publishing.js';
import { oneAtATime, schemasInForce } from './schemas-in-force.js';
import { requireCounted } from './uncounted-approvals.js';

/** Publishes an approved proposal (5.4.3 c), all its subgraphs and code lists in one go: checked anew, against just the versions that it was proposed against. */
export function publishSchemaProposal({ check, key }: SchemaPublishing) {
  return async (scope: ActScope<RegistryTransaction>, input: PublishSchemaProposalInput): Promise<ActResult> => {
    const { unit, caller } = scope;
    const { tx } = unit;
    await requireSteward(tx, caller, 'proposalId');
    await oneAtATime(tx);
    const proposal = await admittedProposal(scope, input);
    const approvals = await approvalsOf(unit, contentOf(proposal), proposal);
    requireCounted(contentOf(proposal).findings, approvals, 'proposalId');
    const versionIds = contentOf(proposal).changes.length === 0 ? [] : await publishProposedSchemas(unit, proposal, { approvals, check, key });
    const codeListVersionIds = await publishProposedCodeLists(unit, proposal, key);
    await tx.schemaProposal.update({ where: { id: proposal.id }, data: { versionIds: [...versionIds], codeListVersionIds: [...codeListVersionIds], ...schemaProposalMachine.move('publishSchemaProposal', proposal) } });
    return { valueId: proposal.id };
  };
}

/** Checks the schemas of a proposal once more and puts them in force. @returns the ids of the versions */
async function publishProposedSchemas(
  unit: UnitOfWork<RegistryTransaction>,
  proposal: SchemaProposal,
  { approvals, check, key }: Pick<SchemaPublishing, 'check' | 'key'> & { readonly approvals: ApprovalsOfChange },
): Promise<readonly string[]> {
  const { tx } = unit;
  const { changes } = contentOf(proposal);
  const inForce = await schemasInForce(tx);
  for (const { subgraph, baseVersion } of changes) requireVersion(subgraph, inForce.get(subgraph), baseVersion, 'proposalId');
  for (const change of changes) if (inForce.get(change.subgraph)?.contentHash !== change.contentHash) await requireNotRetired(tx, change, 'proposalId');
  const kept = new Map((await tx.schemaText.findMany({ where: { contentHash: { in: changes.map(({ contentHash }) => contentHash) } } })).map(({ contentHash, sdl }) => [contentHash, sdl]));
  const texts = Object.fromEntries(changes.map(({ subgraph, contentHash }) => [subgraph, kept.get(contentHash) ?? '']));
  const allowed = { approved: approvals.approved, exceptions: await ruleExceptions(tx, unit.now), operations: await operationsInUse(tx) };
  const { green, supergraphSdl, findings, refusedOperations = [] } = await checkedWithFormer(tx, check, checkTask(inForce, texts, allowed), { first: true });
  if (!green || supergraphSdl === undefined) throw notGreen({ findings }, 'proposalId');
  // What was registered since stood before nobody who has approved.
  const seen = new Set(approvals.operations);
  const unseen = operationFinding(refusedOperations.filter(({ operationId }) => !seen.has(operationId)), Object.keys(texts));
  if (unseen.length > 0) throw notGreen({ findings: unseen }, 'proposalId');
  const put = Object.entries(texts).map(([subgraph, sdl]) => ({ subgraph, sdl, proposalId: proposal.id }));
  return putWithSupergraph(unit, put, { inForce, supergraphSdl, key, reason: proposal.title });
}
