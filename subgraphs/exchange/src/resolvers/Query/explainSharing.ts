import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { callerAskedAbout } from '../../repository/caller-asked-about.js';
import { mayAskAboutOthers } from '../../repository/may-ask-about-others.js';
import { termsAt } from '../../repository/terms-at.js';

export const explainSharing: QueryResolvers['explainSharing'] = async (_root, args, { authority, loaders, locale, repositories }) => {
  const { coordinate, state } = args;
  const terms = termsAt(coordinate);
  if (!terms) throw codedError('COORDINATE_UNKNOWN', locale, { coordinate, example: 'MonitoringPlan.deadline' });
  const { caller: asking } = authority;
  const party = await loaders.participant.load(args.partyId ?? asking.partyId);
  if (!party) throw codedError('NOT_FOUND', locale, { type: 'Participant', id: args.partyId ?? '' });
  const caller = callerAskedAbout(asking, party, args);
  const itself = caller.partyId === asking.partyId && caller.role === asking.role;
  if (!itself && !mayAskAboutOthers(asking, terms)) throw codedError('EXPLANATION_OF_OTHERS', locale, { coordinate, owner: terms.owner });
  return { coordinate, party, role: caller.role, ...(await repositories.explainTo(asking, { coordinate, terms, caller, state })) };
};
