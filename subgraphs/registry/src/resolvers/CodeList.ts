import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { CodeListResolvers } from '../generated/graphql.js';
import { required } from '../loaders/required.js';

export const CodeList: CodeListResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.codeList.load(id),
  current: ({ currentId }, _args, { loaders }) => required(loaders.codeListVersion, currentId),
};
