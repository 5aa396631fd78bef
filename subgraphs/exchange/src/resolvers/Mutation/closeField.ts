import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { closeField as performing } from '../../repository/close-field.js';

/** 5.4.3 (紧急关闭) */
export const closeField: MutationResolvers['closeField'] = (_root, { items }, context) =>
  runAct(context, 'closeField', items, performing(context.workingCalendar()), (id) => context.loaders.fieldClosing.load(id));
