import { applyFor } from '@hub/schema/policy/decision/apply-for.js';
import { mayApply } from '@hub/schema/policy/decision/may-apply.js';
import type { SharedFieldResolvers } from '../generated/graphql.js';
import { termsAt } from '../repository/terms-at.js';

export const SharedField: SharedFieldResolvers = {
  apply: ({ coordinate }, _args, { authority: { caller }, now }) => {
    const terms = termsAt(coordinate);
    const may = terms && mayApply(terms, caller, undefined);
    if (!may) return null;
    const { mutation, variables } = applyFor(coordinate, [], caller.purpose, may, now);
    return { mutation, variables: { items: variables.items.map((item) => ({ ...item, fields: [...item.fields], holderIds: [...item.holderIds], until: new Date(item.until) })) } };
  },
};
