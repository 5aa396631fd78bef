import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { argumentScopes } from '@hub/kernel/lists/argument-scopes.js';
import { validOn } from '../../domain/valid-on.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const code: QueryResolvers['code'] = async (_root, args, context, info) => {
  const { list, code: name, asOf } = args;
  const meant = { listId: list, code: name, ...validOn(asOf ?? dayInShanghai(new Date())) };
  const id = await context.repositories.codeId({ AND: [...argumentScopes(context, info, args), meant] });
  return id === undefined ? null : context.loaders.code.load(id);
};
