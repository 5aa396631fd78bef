import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { dismissRiskInformation as perform } from '../../repository/dismiss-risk-information.js';

/** 5.1.2 a */
export const dismissRiskInformation: MutationResolvers['dismissRiskInformation'] = (_root, { items }, context) =>
  runAct(context, 'dismissRiskInformation', items, perform, (id) => context.loaders.assessment.load(id));
