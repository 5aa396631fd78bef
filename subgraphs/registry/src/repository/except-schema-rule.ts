import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { exceptableRules } from '@hub/schema/policy/lint/exceptable-rules.js';
import type { ExceptSchemaRuleInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward, requireSubgraph } from './require-subgraph.js';

const longest = 366 * 86_400_000;

/** Excepts a place, or a whole schema, from a rule of the contract for a time (5.4.3 c): one by which nothing is opened. */
export async function exceptSchemaRule({ unit, caller }: ActScope<RegistryTransaction>, input: ExceptSchemaRuleInput): Promise<ActResult> {
  await requireSteward(unit.tx, caller, 'subgraph');
  const subgraph = await requireSubgraph(unit.tx, caller, input.subgraph);
  const { rule } = input;
  requireValid(exceptableRules.includes(rule), 'rule', { en: 'it is no rule from which anything may be excepted', 'zh-CN': '该规则不存在或不得例外' }, exceptableRules.join(', '));
  const coordinate = optionalText('coordinate', input.coordinate, 200);
  requireValid(coordinate === null || /^\w+(\.\w+)?$/.test(coordinate), 'coordinate', { en: 'it is no coordinate of a type or a field', 'zh-CN': '不是类型或字段的坐标' }, 'Sample.quantity');
  const reason = requireText('reason', input.reason, 1000);
  const until = requireFuture('until', input.until, unit.now);
  const atMost = new Date(unit.now.getTime() + longest);
  requireValid(until <= atMost, 'until', { en: 'it is more than a year from now', 'zh-CN': '距今超过一年' }, atMost.toISOString());
  const { id } = await unit.tx.schemaRuleException.create({
    data: { id: randomUUID(), subgraph, rule, coordinate, severity: input.severity ?? 'WARNING', reason, until, excepted: { ...actRecord(unit) }, exceptedAt: unit.now, holder: 'registry' },
  });
  return { valueId: id };
}
