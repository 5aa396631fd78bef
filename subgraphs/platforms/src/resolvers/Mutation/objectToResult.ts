import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { objectToResult as perform } from '../../repository/object-to-result.js';

/** after 5.4.1 */
export const objectToResult: MutationResolvers['objectToResult'] = (_root, { items }, context) =>
  runAct(context, 'objectToResult', items, perform, (id) => context.loaders.receivedResultNotice.load(id));
