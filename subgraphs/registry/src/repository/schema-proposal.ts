import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { SchemaProposal } from '@hub/prisma/registry/generated/client.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import type { RegistryTransaction } from './database.js';
import type { SchemaApproval } from './schema-approval.js';

/** What a proposal would make of one subgraph, as it is kept with it. */
export interface ProposedChange {
  readonly subgraph: string;
  readonly baseVersion: number;
  readonly contentHash: string;
}

/** What a proposal would make of one code list, as it is kept with it. */
export interface ProposedCodeList {
  readonly listId: string;
  readonly baseVersion: number;
  /** Names the content that was in force. */
  readonly baseHash: string;
  readonly contentHash: string;
  /** Fields of the data elements that change, by coordinate. */
  readonly fields: readonly string[];
}

/** What somebody says of it. */
export interface ProposalComment {
  readonly commented: ActRecord;
  readonly text: string;
}

/** What a proposal holds besides its columns of one value. */
export interface ProposalContent {
  readonly changes: readonly ProposedChange[];
  readonly codeLists: readonly ProposedCodeList[];
  readonly findings: readonly SchemaFinding[];
  readonly approvals: readonly SchemaApproval[];
  readonly comments: readonly ProposalComment[];
}

/** Reads the columns in which lists are kept. */
export function contentOf({ changes, codeLists, findings, approvals, comments }: Pick<SchemaProposal, keyof ProposalContent>): ProposalContent {
  return { changes, codeLists, findings, approvals, comments } as unknown as ProposalContent;
}

/** The proposal that an item names, locked: acts that come at once follow one upon the other. @throws Refusal as `ActScope.admit` */
export async function admittedProposal(
  { unit, admit }: ActScope<RegistryTransaction>,
  { proposalId: id, expectedRevision }: { readonly proposalId: string; readonly expectedRevision?: number | null | undefined },
): Promise<SchemaProposal> {
  await unit.tx.$queryRaw`SELECT id FROM schema_proposal WHERE id = ${id} FOR UPDATE`;
  return admit(await unit.tx.schemaProposal.findUnique({ where: { id } }), { type: 'SchemaProposal', id, field: 'proposalId', expectedRevision });
}

/** Keeps approved proposals approved to the end of the transaction: whoever rejects one waits for the publication that may carry it out. */
export async function holdApprovedProposals(tx: Pick<RegistryTransaction, '$queryRaw'>): Promise<void> {
  await tx.$queryRaw`SELECT id FROM schema_proposal WHERE state = 'APPROVED' ORDER BY id FOR UPDATE`;
}

/** The approved proposal of just this text, of one subgraph alone, against just this version in force: what publishing it is compared with. */
export async function approvedProposalOf(tx: Pick<RegistryTransaction, 'schemaProposal'>, change: ProposedChange): Promise<SchemaProposal | null> {
  const { subgraph, baseVersion, contentHash } = change;
  const justThis = { changes: { equals: [{ subgraph, baseVersion, contentHash }] }, codeLists: { equals: [] } };
  return tx.schemaProposal.findFirst({ where: { state: 'APPROVED', ...justThis }, orderBy: { proposedAt: 'desc' } });
}

/** The approved proposal of just this version of one code list alone: what publishing it is compared with. */
export async function approvedProposalOfList(
  tx: Pick<RegistryTransaction, 'schemaProposal'>,
  { listId, baseVersion, contentHash }: Omit<ProposedCodeList, 'fields' | 'baseHash'>,
): Promise<SchemaProposal | null> {
  const approved = await tx.schemaProposal.findMany({ where: { state: 'APPROVED', changes: { equals: [] } }, orderBy: { proposedAt: 'desc' } });
  const isJust = ([list, ...others]: readonly ProposedCodeList[]) =>
    others.length === 0 && list?.listId === listId && list.baseVersion === baseVersion && list.contentHash === contentHash;
  return approved.find((proposal) => isJust(contentOf(proposal).codeLists)) ?? null;
}
