import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { publishNotice as perform } from '../../repository/publish-notice.js';

/** after 5.4.1 */
export const publishNotice: MutationResolvers['publishNotice'] = (_root, { items }, context) =>
  runAct(context, 'publishNotice', items, perform, (id) => context.loaders.publicNotice.load(id));
