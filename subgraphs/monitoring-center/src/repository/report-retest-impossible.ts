import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { ReportRetestImpossibleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { tellRetestImpossible } from './tell-retest-impossible.js';

/**
 * Says that no lab can take a retest, and why (无法复检, after 5.4.1): nothing more is owed of it, and the regulator, which is told, decides the objection on the
 * first result.
 */
export async function reportRetestImpossible(scope: ActScope<MonitoringCenterTransaction>, input: ReportRetestImpossibleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const { retestId } = sample;
  if (retestId === null) throw new Refusal('SAMPLE_NOT_FOR_RETEST', { field: 'sampleId', parameters: { sample: sample.number } });
  const facts = requireText('reason', input.reason);
  await moveSample(unit, sample, 'reportRetestImpossible', { failure: { reason: 'RETEST_IMPOSSIBLE', facts, failedAt: unit.now.toISOString() } });
  await unit.dropDuties('CarryOutRetest', sample.id);
  tellRetestImpossible(unit, sample, retestId, facts);
  return { valueId: sample.id };
}
