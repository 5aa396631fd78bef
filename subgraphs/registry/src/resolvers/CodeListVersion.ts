import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, CodeListVersionResolvers } from '../generated/graphql.js';
import { required } from '../loaders/required.js';

export const CodeListVersion: CodeListVersionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.codeListVersion.load(id),
  list: ({ listId }, _args, { loaders }) => required(loaders.codeList, listId),
  published: ({ published }) => published as unknown as ActRecord,
  proposal: ({ proposalId }, _args, { loaders }) => (proposalId === null ? null : loaders.schemaProposal.load(proposalId)),
  content: ({ contentHash }, _args, { loaders }) => loaders.codeListContent.load(contentHash),
};
