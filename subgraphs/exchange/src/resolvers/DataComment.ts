import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { Context } from '../context.js';
import type { DataCommentResolvers, DataCommentState } from '../generated/graphql.js';

export const DataComment: DataCommentResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.dataComment.load(id),
  // The register is the original of every replica by which a firm may comment.
  commenter: async ({ commenterId }, _args, { loaders }) => (await loaders.participant.load(commenterId))!,
  holder: ({ holder }, _args, { loaders }) => (holder === '' ? null : loaders.participant.load(holder)),
  state: ({ state }) => state as DataCommentState,
  answeredAt: ({ answered }) => (answered as unknown as ActRecord | null)?.at ?? null,
};
