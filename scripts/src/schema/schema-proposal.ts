import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { refusedInWords, type RefusedOperation } from './refused-operation.js';
import { countsInWords, tellFindings } from './tell-findings.js';
import { RegistryRefused, type Registry } from './registry-at.js';

interface ActRecord {
  /** Empty for who may not know the person. */
  readonly userId: string;
  readonly partyId: string;
  readonly at: string;
}

/** A proposal as the registry lists it. */
export interface ListedProposal {
  readonly id: string;
  readonly title: string;
  readonly state: 'OPEN' | 'APPROVED' | 'REJECTED' | 'PUBLISHED';
  readonly toApprove: readonly string[];
  readonly proposed: ActRecord;
  readonly proposedAt: string;
  readonly changes: readonly { readonly subgraph: string; readonly baseVersion: number }[];
  readonly codeLists: readonly { readonly listId: string; readonly baseVersion: number; readonly fields?: readonly string[] }[];
}

/** One whole, as acts answer it. */
export interface SchemaProposal extends ListedProposal {
  readonly reason: string;
  readonly findings: readonly SchemaFinding[];
  /** Registered operations that would be refused; null for whom they are not to know. */
  readonly refusedOperations: readonly RefusedOperation[] | null;
  readonly approvals: readonly { readonly kinds: readonly string[]; readonly reason: string; readonly approved: ActRecord }[];
  readonly comments: readonly { readonly text: string; readonly commented: ActRecord }[];
  readonly rejected: ActRecord | null;
  readonly rejectedBecause: string | null;
  readonly versions: readonly { readonly subgraph: string; readonly version: number }[];
  readonly codeListVersions: readonly { readonly version: number; readonly list: { readonly id: string } }[];
}

/** One with the texts that are proposed. */
export interface SchemaProposalWithTexts extends SchemaProposal {
  readonly texts: readonly { readonly subgraph: string; readonly sdl: string }[];
  /** Of each code list the entries that change, before and after. */
  readonly codeListTexts: readonly { readonly listId: string; readonly before: string; readonly after: string }[];
}

function who({ userId, partyId }: ActRecord): string {
  return userId === '' ? partyId : `${userId} of ${partyId}`;
}

/** A proposal in one line. */
export function proposalInWords({ id, title, state, toApprove, proposed, changes, codeLists }: ListedProposal): string {
  const missing = state === 'OPEN' ? `, ${toApprove.join(', ')} to approve` : '';
  return `${id}  ${state}${missing}  ${[...changes.map(({ subgraph }) => subgraph), ...codeLists.map(({ listId }) => listId)].join(', ')}: ${title} (${who(proposed)})`;
}

/** Prints a proposal with what the check has found, who has approved what, and what others say. */
export function tellProposal(proposal: SchemaProposal): void {
  const { reason, findings, refusedOperations, approvals, comments, rejected, rejectedBecause, versions, codeListVersions, codeLists } = proposal;
  console.log(proposalInWords(proposal));
  console.log(`Why: ${reason}`);
  tellFindings(findings, () => undefined);
  for (const { listId, fields = [] } of codeLists) if (fields.length > 0) console.log(`fields of what changes in ${listId}: ${fields.join(', ')}`);
  for (const refused of refusedOperations ?? []) console.log(refusedInWords(refused));
  console.log(`${countsInWords(findings)}.`);
  for (const { kinds, approved, reason: why } of approvals) console.log(`approved ${kinds.join(', ')} by ${who(approved)}: ${why}`);
  for (const { text, commented } of comments) console.log(`comment by ${who(commented)}: ${text}`);
  if (rejected) console.log(`rejected by ${who(rejected)}: ${rejectedBecause}`);
  for (const { subgraph, version } of versions) console.log(`published as version ${version} of ${subgraph}`);
  for (const { list, version } of codeListVersions) console.log(`published as version ${version} of ${list.id}`);
}

/** The proposal of an id; undefined where there is none for who asks. */
export async function proposalAt(registry: Registry, id: string): Promise<SchemaProposalWithTexts | undefined> {
  try {
    return await registry.get<SchemaProposalWithTexts>(`/registry/proposals/${encodeURIComponent(id)}`);
  } catch (error) {
    if (error instanceof RegistryRefused && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}
