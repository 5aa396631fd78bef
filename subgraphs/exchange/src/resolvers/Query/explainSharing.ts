import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { explainField } from '@hub/schema/policy/decision/explain-field.js';
import { callerAskedAbout } from '../../domain/caller-asked-about.js';
import { mayAskAboutOthers } from '../../domain/may-ask-about-others.js';
import { clauseInWords } from '../../domain/shared-resources.js';
import { termsAt } from '../../domain/terms-at.js';
import type { QueryResolvers } from '../../generated/graphql.js';

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
  // What others have granted to another party is between those two, and the steward's to know.
  const grantedBy = caller.partyId === asking.partyId || asking.role === 'DATA_STEWARD' ? undefined : asking.partyId;
  const decided = await repositories.decidedOnField(coordinate, { grantee: caller.partyId, purpose: caller.purpose, grantedBy });
  const { outcome, mask, clauses } = explainField(terms, { caller, state: state ?? undefined, ...decided });
  const explained = clauses.map(({ clause, conditions }) => ({ clause: clauseInWords(clause), conditions: [...conditions] }));
  return { coordinate, party, role: caller.role, outcome, mask: mask ?? null, clauses: explained };
};
