import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { RegisterSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';

/** Registers a sample that meets the requirements (登记, 5.2.4 a). */
export async function registerSample(scope: ActScope<MonitoringCenterTransaction>, input: RegisterSampleInput): Promise<ActResult> {
  const sample = await admitSample(scope, input);
  await moveSample(scope.unit, sample, 'registerSample', { registered: { ...actRecord(scope.unit) } });
  return { valueId: sample.id };
}
