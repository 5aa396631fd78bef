import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { inOrderOf } from '../domain/complete-results.js';
import { isResultOf } from '../domain/item-name.js';
import { itemResults } from '../domain/item-results.js';
import { keptResults } from '../domain/kept-results.js';
import type { RecordTestResultsInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';
import { wantedResults } from './wanted-results.js';

/** Records results of a sample, item by item as they come; an item given again replaces what was recorded of it (5.3.3). */
export async function recordTestResults(scope: ActScope<LabsTransaction>, input: RecordTestResultsInput): Promise<ActResult> {
  const { unit } = scope;
  const before = await admittedReceipt(scope, input);
  const { id } = before;
  requireValid(
    input.results.length > 0,
    'results',
    { en: 'there is none', 'zh-CN': '没有结果' },
    { en: 'the result of one item', 'zh-CN': '一个项目的结果' },
  );
  const wanted = await wantedResults(unit.tx, before, input.results);
  const given = itemResults(input.results, wanted, { codeLists: scope.codeLists, now: unit.now });
  const kept = keptResults(before.results).filter(
    (result) => !given.some((replacing) => isResultOf({ ...result, code: result.itemCode }, replacing)),
  );
  const results = inOrderOf(wanted.testItems, [...kept, ...given]);
  const receipt = await unit.tx.sampleReceipt.update({ where: { id }, data: { results, revision: { increment: 1 } } });
  unit.emit({ kind: 'TestResultsRecorded', subjectType: 'SampleReceipt', subjectId: id, stamps: stampsOf(receipt), receivers: {} });
  return { valueId: id };
}
