import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { CorrectionNoticeResolvers } from '../generated/graphql.js';

export const CorrectionNotice: CorrectionNoticeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.correctionNotice.load(id),
  // The register is the original of every replica by which a party may read.
  reader: async ({ holder }, _args, { loaders }) => (await loaders.participant.load(holder))!,
};
