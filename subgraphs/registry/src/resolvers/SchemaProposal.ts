import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { kindsToApprove } from '../domain/kinds-to-approve.js';
import { reviewsProposals } from '../domain/reviews-proposals.js';
import type { ActRecord, RefusedOperation, SchemaApproval, SchemaFindingKind, SchemaProposalComment, SchemaProposalResolvers, SchemaProposalState } from '../generated/graphql.js';
import { required } from '../loaders/required.js';
import { codeListChangeOf } from '../repository/code-list-change-of.js';
import { keptFindings } from '../repository/kept-findings.js';
import { tokenOfUser } from '../repository/registry-token.js';
import { contentOf } from '../repository/schema-proposal.js';

/** Whether the caller reads all of a proposal; an owner's build is none of those who decide. */
function readsAll({ authority: { caller } }: Context): boolean {
  return tokenOfUser(caller.userId) === undefined && reviewsProposals(caller);
}

/** A record of an act without the person, for whom it is enough by which party and in which role it was done. */
function withoutPerson(record: ActRecord): ActRecord {
  return { ...record, userId: '' };
}

export const SchemaProposal: SchemaProposalResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaProposal.load(id),
  changes: (row, _args, { loaders }) => Promise.all(contentOf(row).changes.map(async (change) => ({ ...change, sdl: await loaders.schemaText.load(change.contentHash) }))),
  codeLists: (row, _args, { loaders }) => Promise.all(contentOf(row).codeLists.map((list) => codeListChangeOf(list, (hash) => loaders.codeListContent.load(hash)))),
  findings: ({ findings }, _args, context) => {
    const found = keptFindings(findings, context.locale);
    return readsAll(context) ? found : found.map((each) => ({ ...each, letPass: null }));
  },
  toApprove: (row) => (row.state === 'OPEN' ? (kindsToApprove(contentOf(row).findings, contentOf(row).approvals) as SchemaFindingKind[]) : []),
  // An owner's build is not told what clients ask.
  refusedOperations: ({ refusedOperations }, _args, { authority }) => (tokenOfUser(authority.caller.userId) === undefined ? (refusedOperations as unknown as RefusedOperation[]) : null),
  approvals: ({ approvals }, _args, context) => {
    const given = approvals as unknown as SchemaApproval[];
    return readsAll(context) ? given : given.map((each) => ({ ...each, approved: withoutPerson(each.approved) }));
  },
  comments: ({ comments }, _args, context) => {
    const said = comments as unknown as SchemaProposalComment[];
    const { caller } = context.authority;
    if (readsAll(context)) return said;
    return tokenOfUser(caller.userId) === undefined ? said.filter(({ commented }) => commented.partyId === caller.partyId) : [];
  },
  state: ({ state }) => state as SchemaProposalState,
  proposed: ({ proposed }, _args, context) => (readsAll(context) ? (proposed as unknown as ActRecord) : withoutPerson(proposed as unknown as ActRecord)),
  rejected: ({ rejected }, _args, context) => {
    const record = rejected as unknown as ActRecord | null;
    return record && !readsAll(context) ? withoutPerson(record) : record;
  },
  codeListVersions: ({ codeListVersionIds }, _args, { loaders }) => Promise.all(codeListVersionIds.map((id) => required(loaders.codeListVersion, id))),
  versions: ({ versionIds }, _args, { loaders }) => Promise.all(versionIds.map((id) => required(loaders.schemaVersion, id))),
};
