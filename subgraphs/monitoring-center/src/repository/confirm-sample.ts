import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requirePast } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { requireQuantity } from '../domain/require-quantity.js';
import type { ConfirmSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';

/** Confirms what came: photos, batch, quantity (确认, 5.2.3). */
export async function confirmSample(scope: ActScope<MonitoringCenterTransaction>, input: ConfirmSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  requireValid(input.photos.length > 0, 'photos', { en: 'a sample is confirmed with photos', 'zh-CN': '确认样品须附照片' }, { en: 'one photo', 'zh-CN': '一张照片' });
  const photos = requireEvidenceFiles('photos', input.photos);
  const quantity = requireQuantity('quantity', input.quantity, sample.quantity);
  const { productionDate = null } = input;
  if (productionDate !== null) requirePast('productionDate', startOfDayInShanghai(productionDate), unit.now);
  const confirmation = {
    photos: photos.map((photo) => ({ ...photo })),
    batchNumber: optionalText('batchNumber', input.batchNumber, 100),
    quantity,
    productionDate,
    acted: { ...actRecord(unit) },
  };
  await moveSample(unit, sample, 'confirmSample', { confirmation, quantity });
  await scope.preserve({ field: 'photos', subject: { type: 'Sample', id: sample.id }, files: photos });
  return { valueId: sample.id };
}
