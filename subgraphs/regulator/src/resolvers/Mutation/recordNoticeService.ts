import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers, RecordNoticeServiceInput } from '../../generated/graphql.js';
import { recordNoticeService as perform } from '../../repository/record-notice-service.js';

/** after 5.4.1 */
export const recordNoticeService: MutationResolvers['recordNoticeService'] = (_root, { items }, context) => {
  const { recipientKeeping: recipients } = context;
  const calendar = context.workingCalendar();
  const rememberedBy = async (item: RecordNoticeServiceInput) => (item.recipient == null ? item : { ...item, recipient: await recipients.hash(item.recipient) });
  return runAct(context, 'recordNoticeService', items, (scope, item) => perform(scope, item, { recipients, calendar }), (id) => context.loaders.resultNotice.load(id), { rememberedBy });
};
