import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issueResultNotice as perform } from '../../repository/issue-result-notice.js';

/** after 5.4.1 */
export const issueResultNotice: MutationResolvers['issueResultNotice'] = (_root, { items }, context) =>
  runAct(context, 'issueResultNotice', items, perform, (id) => context.loaders.resultNotice.load(id));
