import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { resumeDuty as performing } from '../../repository/resume-duty.js';

/** 5.4.3 b (恢复计时) */
export const resumeDuty: MutationResolvers['resumeDuty'] = (_root, { items }, context) =>
  runAct(context, 'resumeDuty', items, performing(context.workingCalendar()), (id) => context.loaders.duty.load(id));
