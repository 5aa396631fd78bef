import type { ResultNoticeResolvers } from '../generated/graphql.js';

/** A stub: the regulator owns the notice, the addressee contributes what it received and did. */
export const ResultNotice: ResultNoticeResolvers = {
  received: ({ id }, _args, { loaders }) => loaders.receivedResultNotice.load(id),
};
