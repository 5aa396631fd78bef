import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import type { CompletePlatformHandlingInput } from '../generated/graphql.js';
import { admittedHandling } from './admitted-handling.js';
import type { PlatformsTransaction } from './database.js';
import { moveHandling } from './move-handling.js';

/** Completes a handling with its result (办结, 5.4.2); one without any measure is not complete. */
export async function completePlatformHandling(
  scope: ActScope<PlatformsTransaction>,
  input: CompletePlatformHandlingInput,
): Promise<ActResult> {
  const { unit } = scope;
  const handling = await admittedHandling(scope, input);
  const otherMeasures = optionalText('measures', input.measures);
  if (handling.state === 'OPEN' && otherMeasures === null) throw new Refusal('HANDLING_WITHOUT_MEASURE', { field: 'measures' });
  await moveHandling(unit, 'completePlatformHandling', handling, {
    result: requireText('result', input.result),
    otherMeasures,
    completed: { ...actRecord(unit) },
  });
  await unit.closeDuties('HandleMonitoringData', handling.id);
  return { valueId: handling.id };
}
