import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import type { ReceiveSampleInput, SampleShipment } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { openSampleDuty } from './open-sample-duty.js';

/** Takes in a sample that has come; now it is to be verified in time (收样, 5.2.4). */
export async function receiveSample(scope: ActScope<MonitoringCenterTransaction>, input: ReceiveSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const { shippedAt } = sample.shipment as unknown as SampleShipment;
  const shipped = { what: { en: 'the shipment', 'zh-CN': '寄送时间' }, at: new Date(shippedAt) };
  const receivedAt = requireSince('receivedAt', input.receivedAt, shipped, unit.now);
  const receipt = {
    receivedAt: receivedAt.toISOString(),
    condition: requireText('condition', input.condition),
    acted: { ...actRecord(unit) },
  };
  await moveSample(unit, sample, 'receiveSample', { receipt });
  await openSampleDuty(unit, sample, 'VerifySample', receivedAt);
  return { valueId: sample.id };
}
