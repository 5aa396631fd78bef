import { runAct } from '@hub/kernel/acts/run-act.js';
import type { IntakeDisposition, MutationResolvers } from '../../generated/graphql.js';
import { takeInRiskInformation as perform } from '../../repository/take-in-risk-information.js';

/** 5.1.1 */
export const takeInRiskInformation: MutationResolvers['takeInRiskInformation'] = async (_root, { items }, context) => {
  const { outcomes } = await runAct(context, 'takeInRiskInformation', items, perform, (id) => context.loaders.riskInformation.load(id));
  return { outcomes: outcomes.map((outcome) => ({ ...outcome, disposition: outcome.detail as IntakeDisposition | null })) };
};
