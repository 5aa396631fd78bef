import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordContactEmail as perform } from '../../repository/record-contact-email.js';

/** 5.4.3 b */
export const recordContactEmail: MutationResolvers['recordContactEmail'] = (_root, { items }, context) =>
  runAct(context, 'recordContactEmail', items, perform, (id) => context.loaders.participant.load(id));
