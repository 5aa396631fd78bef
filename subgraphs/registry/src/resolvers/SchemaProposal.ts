import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { kindsToApprove } from '../domain/kinds-to-approve.js';
import type { ActRecord, SchemaApproval, SchemaFinding, SchemaFindingKind, SchemaProposalComment, SchemaProposalResolvers, SchemaProposalState } from '../generated/graphql.js';
import { required } from '../loaders/required.js';
import { contentOf } from '../repository/schema-proposal.js';

export const SchemaProposal: SchemaProposalResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaProposal.load(id),
  changes: (row, _args, { loaders }) => Promise.all(contentOf(row).changes.map(async (change) => ({ ...change, sdl: await loaders.schemaText.load(change.contentHash) }))),
  findings: ({ findings }) => findings as unknown as SchemaFinding[],
  toApprove: (row) => (row.state === 'OPEN' ? (kindsToApprove(contentOf(row).findings, contentOf(row).approvals) as SchemaFindingKind[]) : []),
  approvals: ({ approvals }) => approvals as unknown as SchemaApproval[],
  comments: ({ comments }) => comments as unknown as SchemaProposalComment[],
  state: ({ state }) => state as SchemaProposalState,
  proposed: ({ proposed }) => proposed as unknown as ActRecord,
  rejected: ({ rejected }) => rejected as unknown as ActRecord | null,
  versions: ({ versionIds }, _args, { loaders }) => Promise.all(versionIds.map((id) => required(loaders.schemaVersion, id))),
};
