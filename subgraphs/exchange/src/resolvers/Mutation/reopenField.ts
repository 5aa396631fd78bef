import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reopenField as perform } from '../../repository/reopen-field.js';

/** 5.4.3 (恢复共享) */
export const reopenField: MutationResolvers['reopenField'] = (_root, { items }, context) =>
  runAct(context, 'reopenField', items, perform, (id) => context.loaders.fieldClosing.load(id));
