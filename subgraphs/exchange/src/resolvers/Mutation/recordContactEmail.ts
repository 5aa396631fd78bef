import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers, RecordContactEmailInput } from '../../generated/graphql.js';
import { recordContactEmail as perform } from '../../repository/record-contact-email.js';

/** 5.4.3 b */
export const recordContactEmail: MutationResolvers['recordContactEmail'] = (_root, { items }, context) => {
  const { contactKeeping } = context;
  const rememberedBy = async (item: RecordContactEmailInput) => (item.contactEmail == null ? item : { ...item, contactEmail: await contactKeeping.hash(item.contactEmail) });
  return runAct(context, 'recordContactEmail', items, (scope, item) => perform(scope, item, contactKeeping), (id) => context.loaders.participant.load(id), { rememberedBy });
};
