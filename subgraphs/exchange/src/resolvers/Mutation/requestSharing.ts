import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { requestSharing as performing } from '../../repository/request-sharing.js';

/** 5.4.3 b (共享申请) */
export const requestSharing: MutationResolvers['requestSharing'] = (_root, { items }, context) =>
  runAct(context, 'requestSharing', items, performing(context.workingCalendar()), async (id) => ({
    id,
    requests: await context.loaders.requestsOfApplication.load(id),
  }));
