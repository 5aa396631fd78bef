import type { SharedFieldResolvers } from '../generated/graphql.js';
import { howToApply } from '../repository/how-to-apply.js';

export const SharedField: SharedFieldResolvers = {
  apply: ({ coordinate }, _args, { authority: { caller }, now }) => howToApply(coordinate, caller, now),
};
