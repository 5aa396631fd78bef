import { requireValid } from './require-valid.js';

/** What an Int of GraphQL, and a column of PostgreSQL, count up to. */
const most = 2_147_483_647;

/**
 * Units that are told bit by bit: with those told before, not more than there are.
 * @param of how many there are; null where nobody has told
 * @throws Refusal VALUE_INVALID
 */
export function requireRunningTotal(field: string, units: number, before: number, of: number | null): number {
  requireValid(units >= 0, field, { en: 'a number of units is not negative', 'zh-CN': '数量不能为负' }, '120');
  const total = before + units;
  const problem = {
    en: `with what was told before, ${total} units would be more than the ${of ?? 0} that are affected`,
    'zh-CN': `连同此前所报共 ${total} 件，超过涉及的 ${of ?? 0} 件`,
  };
  requireValid(of === null || total <= of, field, problem, String(Math.max(0, (of ?? 0) - before)));
  requireValid(total <= most, field, { en: `units are counted up to ${most}`, 'zh-CN': `数量最多为 ${most}` }, '120');
  return units;
}
