import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { assessRiskInformation as perform } from '../../repository/assess-risk-information.js';

/** 5.1.2 */
export const assessRiskInformation: MutationResolvers['assessRiskInformation'] = (_root, { items }, context) =>
  runAct(context, 'assessRiskInformation', items, perform, (id) => context.loaders.assessment.load(id));
