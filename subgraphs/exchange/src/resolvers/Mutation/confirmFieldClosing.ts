import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { confirmFieldClosing as perform } from '../../repository/confirm-field-closing.js';

/** 5.4.3 (确认关闭) */
export const confirmFieldClosing: MutationResolvers['confirmFieldClosing'] = (_root, { items }, context) =>
  runAct(context, 'confirmFieldClosing', items, perform, (id) => context.loaders.fieldClosing.load(id));
