import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { isOutside } from '../domain/condition-range.js';
import { requirePossibleCondition } from '../domain/possible-condition.js';
import type { SampleStorage } from '../domain/sample-storage.js';
import type { RecordStorageReadingInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';

/**
 * Records what was read where a sample is kept, flagged where it lies outside the conditions required (5.3.1). The receipt keeps
 * its revision: loggers write at all hours, and nobody's decision rests on one reading more.
 */
export async function recordStorageReading(scope: ActScope<LabsTransaction>, input: RecordStorageReadingInput): Promise<ActResult> {
  const { unit } = scope;
  const receipt = await admittedReceipt(scope, input);
  const storage = receipt.storage as unknown as SampleStorage | null;
  if (!storage) throw new Refusal('SAMPLE_NOT_STORED', { field: 'receiptId' });
  const received = { what: { en: 'the receipt of the sample', 'zh-CN': '收样时间' }, at: receipt.receivedAt ?? receipt.expectedSince };
  const at = requireSince('at', input.at, received, unit.now);
  const { temperature = null, humidity = null } = input;
  requireValid(
    temperature !== null || humidity !== null,
    'temperature',
    { en: 'a reading has a temperature, a humidity or both', 'zh-CN': '储存环境记录应填写温度、湿度或两者' },
    '21.5',
  );
  if (temperature !== null) requirePossibleCondition('temperature', 'temperature', temperature);
  if (humidity !== null) requirePossibleCondition('humidity', 'humidity', humidity);
  const outOfRange = isOutside(storage.temperature, temperature) || isOutside(storage.humidity, humidity);
  await unit.tx.storageReading.create({ data: { id: randomUUID(), receiptId: receipt.id, at, temperature, humidity, outOfRange } });
  if (outOfRange && !receipt.storageOutOfRange) {
    await unit.tx.sampleReceipt.update({ where: { id: receipt.id }, data: { storageOutOfRange: true } });
  }
  unit.emit({
    kind: 'StorageReadingRecorded',
    subjectType: 'SampleReceipt',
    subjectId: receipt.id,
    stamps: stampsOf(receipt),
    receivers: {},
  });
  return { valueId: receipt.id };
}
