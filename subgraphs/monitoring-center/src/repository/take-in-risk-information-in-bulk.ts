import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { TakeInRiskInformationInput } from '../generated/graphql.js';
import type { ComplainantKeeping } from './complainant-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';
import { takeInBatch } from './take-in-batch.js';

/** Takes many records in at once (收集, 5.1.1); each receipt keeps whether its record was taken, updated or unchanged. */
export async function takeInRiskInformationInBulk(
  { unit, caller }: ActScope<MonitoringCenterTransaction>,
  items: readonly TakeInRiskInformationInput[],
  keeping: ComplainantKeeping,
): Promise<(ActResult | Refusal)[]> {
  const imported = await takeInBatch(unit, caller.partyId, items, keeping);
  return imported.map((row) => ('refusal' in row ? row.refusal : { valueId: row.id, detail: row.disposition }));
}
