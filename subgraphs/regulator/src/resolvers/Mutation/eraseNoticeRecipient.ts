import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { eraseNoticeRecipient as perform } from '../../repository/erase-notice-recipient.js';

/** 5.4.3 d (删除签收人信息) */
export const eraseNoticeRecipient: MutationResolvers['eraseNoticeRecipient'] = (_root, { items }, context) =>
  runAct(context, 'eraseNoticeRecipient', items, (scope, item) => perform(scope, item, context.recipientKeeping), (id) => context.loaders.resultNotice.load(id));
