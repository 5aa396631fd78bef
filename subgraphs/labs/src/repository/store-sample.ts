import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { conditionRange } from '../domain/condition-range.js';
import type { SampleStorage } from '../domain/sample-storage.js';
import type { StoreSampleInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';

/** Puts a sample in its place, under the conditions that it needs; again where it moves (5.3.1). */
export async function storeSample(scope: ActScope<LabsTransaction>, input: StoreSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const { id } = await admittedReceipt(scope, input);
  const storage: SampleStorage = {
    place: requireText('place', input.place, 200),
    temperature: conditionRange('temperature', input.temperature),
    humidity: conditionRange('humidity', input.humidity),
    since: unit.now.toISOString(),
  };
  const receipt = await unit.tx.sampleReceipt.update({ where: { id }, data: { storage, revision: { increment: 1 } } });
  unit.emit({ kind: 'SampleStored', subjectType: 'SampleReceipt', subjectId: id, stamps: stampsOf(receipt), receivers: {} });
  return { valueId: id };
}
