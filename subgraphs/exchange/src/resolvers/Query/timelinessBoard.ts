import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { argumentScopes } from '@hub/kernel/lists/argument-scopes.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { sumsAllDuties } from '../../domain/sums-all-duties.js';
import { longestSpan, timelinessSpan } from '../../domain/timeliness-span.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { noteSilentOwners } from '../../repository/note-silent-owners.js';

export const timelinessBoard: QueryResolvers['timelinessBoard'] = async (_root, args, context, info) => {
  const { period, since, until, kind, partyId } = args;
  const { authority, locale, now, repositories } = context;
  const span = timelinessSpan(period, since, until, dayInShanghai(now));
  if (span.periods < 1 || span.periods > longestSpan) {
    const problem = {
      en: `from ${span.from} to ${span.until} are ${span.periods} periods of ${period}, and a board tells of 1 to ${longestSpan}`,
      'zh-CN': `自 ${span.from} 至 ${span.until} 共 ${span.periods} 个周期（${period}），看板可含 1 至 ${longestSpan} 个`,
    };
    throw codedError('VALUE_INVALID', locale, { field: 'since', problem, example: span.until });
  }
  await noteSilentOwners(context);
  // The sum over all names no party; of one party it would be what the party owes, so that is summed from what lists show.
  const scopes = partyId == null && sumsAllDuties(authority.caller) ? [] : [authority.rowScopeOf('Duty.id'), ...argumentScopes(context, info, args)];
  return repositories.duties.timeliness({ period, span, kinds: kind, rows: { AND: [...scopes, ...(partyId == null ? [] : [{ holder: partyId }])] }, now });
};
