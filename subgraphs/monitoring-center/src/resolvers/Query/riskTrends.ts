import { firstDayOf } from '@hub/kernel/calendar/calendar-period.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { argumentScopes } from '@hub/kernel/lists/argument-scopes.js';
import { readScopes } from '@hub/kernel/lists/read-scopes.js';
import { requireRegions } from '@hub/kernel/lists/require-regions.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import { hazardItems, otherHazard } from '@hub/schema/code-lists/hazard-items.js';
import { trendSpan, valueTrends } from '../../domain/risk-trend.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereRiskInformation } from '../../repository/where-risk-information.js';

const longestSpan = 400;
const values = { standard: 20, most: 100 } as const;

/** 5.1.1 */
export const riskTrends: QueryResolvers['riskTrends'] = async (_root, args, context, info) => {
  const { by, period, since, until, filter } = args;
  const first = args.first ?? values.standard;
  const { authority, locale, repositories } = context;
  const refuse = (field: string, problem: { en: string; 'zh-CN': string }, example: string) => codedError('VALUE_INVALID', locale, { field, problem, example });
  if (first < 1 || first > values.most) throw refuse('first', { en: `it is 1 to ${values.most}`, 'zh-CN': `须为 1 至 ${values.most}` }, '20');
  if (filter?.includeSuperseded) throw refuse('filter.includeSuperseded', { en: 'a trend counts each record once, in its current version', 'zh-CN': '趋势只计当前版本，每条记录只计一次' }, 'false');
  const last = until ?? dayInShanghai(new Date());
  const span = trendSpan(period, since, last, last);
  const periods = span.last - span.first + 1;
  if (periods < 1 || periods > longestSpan) {
    throw refuse('since', { en: `until ${last} these are ${periods} periods of ${period}, and a trend has 1 to ${longestSpan}`, 'zh-CN': `至 ${last} 共 ${periods} 个周期（${period}），趋势可含 1 至 ${longestSpan} 个` }, last);
  }
  const scopes = [
    authority.rowScopeOf('RiskInformation.id'),
    ...argumentScopes(context, info, args),
    ...readScopes(context, info, 'RiskTrendGrouping', { ...by }),
    ...readScopes(context, info, 'RiskInformationFilter', filter),
  ];
  requireRegions(filter, locale);
  const days = { observedOn: { gte: new Date(`${firstDayOf(period, span.lead)}T00:00:00Z`), lte: new Date(`${last}T00:00:00Z`) } };
  const counts = await repositories.riskInformation.countByDay(by.dimension, { AND: [...scopes, await whereRiskInformation(filter, repositories), days] });
  return valueTrends(counts, period, span, first).map(({ value, count, points }) => {
    const hazard = by.dimension === 'HAZARD' ? [...hazardItems, otherHazard].find(({ code }) => code === value) : undefined;
    return { value, name: hazard?.[locale === 'en' ? 'en' : 'zh'] ?? value, region: by.dimension === 'REGION' ? { code: value } : null, count, points: [...points] };
  });
};
