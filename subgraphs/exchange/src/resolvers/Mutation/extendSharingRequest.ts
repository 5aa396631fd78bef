import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { extendSharingRequest as performing } from '../../repository/extend-sharing-request.js';

/** 5.4.3 (延期) */
export const extendSharingRequest: MutationResolvers['extendSharingRequest'] = (_root, { items }, context) =>
  runAct(context, 'extendSharingRequest', items, performing(context.workingCalendar()), (id) => context.loaders.sharingRequest.load(id));
