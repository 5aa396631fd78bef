import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SchemaVersionResolvers } from '../generated/graphql.js';
import { required } from '../loaders/required.js';

export const SchemaVersion: SchemaVersionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaVersion.load(id),
  sdl: ({ contentHash }, _args, { loaders }) => loaders.schemaText.load(contentHash),
  published: ({ published }) => published as unknown as ActRecord | null,
  promotedFrom: ({ promotedFromId }, _args, { loaders }) => (promotedFromId === null ? null : loaders.schemaVersion.load(promotedFromId)),
  check: ({ checkId }, _args, { loaders }) => (checkId === null ? null : loaders.schemaCheck.load(checkId)),
  proposal: ({ proposalId }, _args, { loaders }) => (proposalId === null ? null : loaders.schemaProposal.load(proposalId)),
  retired: ({ retired }) => retired as unknown as ActRecord | null,
  composedOf: ({ composedOfIds }, _args, { loaders }) => Promise.all(composedOfIds.map((id) => required(loaders.schemaVersion, id))),
};
