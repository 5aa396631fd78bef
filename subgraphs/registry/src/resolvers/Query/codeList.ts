import type { QueryResolvers } from '../../generated/graphql.js';

export const codeList: QueryResolvers['codeList'] = (_root, { id }, { loaders }) => loaders.codeList.load(id);
