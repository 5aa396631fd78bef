import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordNoticeService as performing } from '../../repository/record-notice-service.js';

/** after 5.4.1 */
export const recordNoticeService: MutationResolvers['recordNoticeService'] = (_root, { items }, context) =>
  runAct(context, 'recordNoticeService', items, performing(context.workingCalendar()), (id) => context.loaders.resultNotice.load(id));
