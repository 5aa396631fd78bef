import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { reportRetestImpossible as perform } from '../../repository/report-retest-impossible.js';

/** After 5.4.1 */
export const reportRetestImpossible: MutationResolvers['reportRetestImpossible'] = (_root, { items }, context) =>
  runAct(context, 'reportRetestImpossible', items, perform, (id) => context.loaders.sample.load(id));
