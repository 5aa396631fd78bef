import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { setNumberPattern as perform } from '../../repository/set-number-pattern.js';

/** 5.4.3 c (编号规则设置) */
export const setNumberPattern: MutationResolvers['setNumberPattern'] = (_root, { items }, context) =>
  runAct(context, 'setNumberPattern', items, perform, (id) => context.loaders.numberPattern.load(id));
