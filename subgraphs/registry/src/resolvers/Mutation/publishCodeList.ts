import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { publishCodeList as performing } from '../../repository/publish-code-list.js';

/** 5.4.3 c (发布代码表) */
export const publishCodeList: MutationResolvers['publishCodeList'] = (_root, { items }, context) =>
  runAct(context, 'publishCodeList', items, performing(context.registryKey), (id) => context.loaders.codeList.load(id));
