import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, PublicNoticeResolvers, PublicNoticeState, PublishedResult } from '../generated/graphql.js';

export const PublicNotice: PublicNoticeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.publicNotice.load(id),
  regulator: ({ holder }) => ({ id: holder }),
  products: ({ products }) => products as unknown as PublishedResult[],
  state: ({ state }) => state as PublicNoticeState,
  published: ({ published }) => published as unknown as ActRecord,
};
