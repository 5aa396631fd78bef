import { runAct } from '@hub/kernel/acts/run-act.js';
import { runBulkAct } from '@hub/kernel/acts/run-bulk-act.js';
import type { IntakeDisposition, MutationResolvers } from '../../generated/graphql.js';
import { rememberedRiskInformation } from '../../repository/remembered-risk-information.js';
import { takeInRiskInformationInBulk } from '../../repository/take-in-risk-information-in-bulk.js';
import { takeInRiskInformation as perform } from '../../repository/take-in-risk-information.js';

/** 5.1.1 */
export const takeInRiskInformation: MutationResolvers['takeInRiskInformation'] = async (_root, { items, bulk }, context) => {
  const { complainantKeeping } = context;
  const rememberedBy = rememberedRiskInformation(complainantKeeping);
  const load = (id: string) => context.loaders.riskInformation.load(id);
  const { outcomes } = bulk
    ? await runBulkAct(context, 'takeInRiskInformation', items, (scope, all) => takeInRiskInformationInBulk(scope, all, complainantKeeping), load, { rememberedBy })
    : await runAct(context, 'takeInRiskInformation', items, (scope, item) => perform(scope, item, complainantKeeping), load, { rememberedBy });
  return { outcomes: outcomes.map((outcome) => ({ ...outcome, disposition: outcome.detail as IntakeDisposition | null })) };
};
