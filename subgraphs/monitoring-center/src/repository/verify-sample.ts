import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import type { SampleArrival, VerifySampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { openSampleDuty } from './open-sample-duty.js';

/** Holds a sample against the requirements of its plan: it goes on to the warehouse, or back to its seller (核查, 5.2.4). */
export async function verifySample(scope: ActScope<MonitoringCenterTransaction>, input: VerifySampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const { meets } = input;
  const reasons = meets ? optionalText('reasons', input.reasons) : requireText('reasons', input.reasons ?? '');
  const verification = { meets, reasons, acted: { ...actRecord(unit) } };
  await moveSample(unit, sample, 'verifySample', { verification }, meets ? 'VERIFIED' : 'REJECTED');
  await unit.closeDuties('VerifySample', sample.id);
  if (meets) await openSampleDuty(unit, sample, 'WarehouseSample', unit.now);
  // The seven days of the law run from receipt, however long the verification took.
  else await openSampleDuty(unit, sample, 'ReturnSample', new Date((sample.receipt as unknown as SampleArrival).receivedAt));
  return { valueId: sample.id };
}
