import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { codeListChanges } from '../domain/code-list-changes.js';
import { codeListContent } from '../domain/code-list-content.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { PublishCodeListInput } from '../generated/graphql.js';
import { codeListInForce } from './code-list-in-force.js';
import type { RegistryTransaction } from './database.js';
import { putCodeListVersion } from './put-code-list-version.js';
import { approvalsOf } from './schema-approval.js';
import { approvedProposalOfList, contentOf, holdApprovedProposals } from './schema-proposal.js';
import { requireCounted } from './uncounted-approvals.js';

/**
 * Publishes the next version of a code list (5.4.3 c), whole, by a data steward, with the reason. What only adds codes needs nobody's approval; what ends one, or has it say something else, is compared with
 * the approved proposal of just this version, which is published by it.
 */
export function publishCodeList(keyFile: KeyFile) {
  return async ({ unit, admit }: ActScope<RegistryTransaction>, input: PublishCodeListInput): Promise<ActResult> => {
    const { tx } = unit;
    // Proposals before lists, as whoever publishes a proposal locks them.
    await holdApprovedProposals(tx);
    // One version at a time: the second finds the revision of the first.
    await tx.$queryRaw`SELECT id FROM code_list WHERE id = ${input.listId} FOR UPDATE`;
    const found = await tx.codeList.findUnique({ where: { id: input.listId } });
    const list = admit(found, { type: 'CodeList', id: input.listId, field: 'listId', expectedRevision: input.expectedRevision });
    const reason = requireText('reason', input.reason, 1000);
    const { version: baseVersion, contentHash: baseHash, content: before } = await codeListInForce(tx, list);
    const content = codeListContent(list, input.codes, before);
    const contentHash = sha256(canonicalJson(content));
    if (contentHash === baseHash) throw new Refusal('NOTHING_CHANGED', { field: 'codes', parameters: { type: 'CodeList' } });
    const proposal = await approvedProposalOfList(tx, { listId: list.id, baseVersion, contentHash });
    const unapproved = codeListChanges(before, content).find(({ kind }) => kind !== 'CODE_ADDED');
    if (unapproved && !proposal) throw new Refusal('CODE_LIST_NOT_APPROVED', { field: 'codes', parameters: { list: list.id, code: unapproved.code } });
    if (proposal) requireCounted(contentOf(proposal).findings, await approvalsOf(unit, contentOf(proposal), proposal), 'codes');
    const { versionId } = await putCodeListVersion(unit, { content, reason, proposalId: proposal?.id }, keyFile);
    if (proposal) await tx.schemaProposal.update({ where: { id: proposal.id }, data: { codeListVersionIds: [versionId], ...schemaProposalMachine.move('publishCodeList', proposal) } });
    return { valueId: list.id };
  };
}
