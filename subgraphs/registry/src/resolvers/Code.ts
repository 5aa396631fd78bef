import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { CodeProperty, CodeResolvers } from '../generated/graphql.js';
import { required } from '../loaders/required.js';

export const Code: CodeResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.code.load(id),
  list: ({ listId }, _args, { loaders }) => required(loaders.codeList, listId),
  parent: ({ parentId }, _args, { loaders }) => (parentId === null ? null : loaders.code.load(parentId)),
  successors: async ({ successorIds }, _args, { loaders }) => {
    const found = await Promise.all(successorIds.map((id) => loaders.code.load(id)));
    return found.filter((code) => code !== null);
  },
  properties: ({ properties }) => properties as unknown as CodeProperty[],
};
