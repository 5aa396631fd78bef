import { requireValid } from './require-valid.js';

/** What an Int of GraphQL, and a column of PostgreSQL, count up to. */
const most = 2_147_483_647;

/** Units that are told bit by bit, and of how many; each with the input field that says it. */
interface ToldUnits {
  readonly field: string;
  readonly units: number;
  readonly before: number;
  readonly ofField: string;
  /** Null where nobody has told. */
  readonly of: number | null;
}

/**
 * Sees that what is told now, with what was told before, is not more than there are.
 * @throws Refusal VALUE_INVALID
 */
export function requireRunningTotal({ field, units, before, ofField, of }: ToldUnits): void {
  const counted = { en: 'a number of units is not negative', 'zh-CN': '数量不能为负' };
  requireValid(of === null || of >= 0, ofField, counted, '120');
  requireValid(units >= 0, field, counted, '120');
  const [there, total] = [of ?? most, before + units];
  requireValid(there >= before, ofField, { en: `${before} units were told of before`, 'zh-CN': `此前已报 ${before} 件` }, String(before));
  const problem = {
    en: `with what was told before, ${total} units would be more than the ${there} that there are`,
    'zh-CN': `连同此前所报共 ${total} 件，超过 ${there} 件`,
  };
  requireValid(total <= there, field, problem, String(there - before));
}
