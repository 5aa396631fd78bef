import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, PublicNoticeResolvers, PublicNoticeState, PublishedResult } from '../generated/graphql.js';

export const PublicNotice: PublicNoticeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.publicNotice.load(id),
  regulator: ({ holder }) => ({ id: holder }),
  // What was said wrongly of a product is not said on.
  products: ({ state, holder, products }, _args, { authority }) =>
    state === 'WITHDRAWN' && authority.caller.partyId !== holder ? [] : (products as unknown as PublishedResult[]),
  state: ({ state }) => state as PublicNoticeState,
  published: ({ published }) => published as unknown as ActRecord,
};
