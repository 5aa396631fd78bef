import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince, type Cause } from '@hub/kernel/validation/require-time.js';
import { requireNames } from '../domain/require-names.js';
import type { NotifyShopsInput } from '../generated/graphql.js';
import { admittedHandling } from './admitted-handling.js';
import type { PlatformsTransaction } from './database.js';
import { recordMeasure } from './record-measure.js';

/** Records that shops of the platform were told (通知店铺, 5.4.2). */
export async function notifyShops(scope: ActScope<PlatformsTransaction>, input: NotifyShopsInput): Promise<ActResult> {
  const { unit } = scope;
  const handling = await admittedHandling(scope, input);
  const shopIds = requireNames('shopIds', input.shopIds);
  const shops = await unit.tx.shop.findMany({ where: { holder: handling.holder, id: { in: shopIds } }, select: { id: true, name: true } });
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  const unknown = shopIds.filter((id) => !names.has(id));
  if (unknown.length > 0) throw new Refusal('SHOP_UNKNOWN', { field: 'shopIds', parameters: { shops: unknown.join(', ') } });
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  await recordMeasure(unit, 'notifyShops', handling, {
    kind: 'SHOP_NOTICE',
    takenAt: requireSince('notifiedAt', input.notifiedAt, await arrivalOf(unit.tx, handling.id), unit.now).toISOString(),
    text: requireText('text', input.text),
    listingItemIds: [],
    shopNames: shopIds.map((id) => names.get(id) ?? ''),
    evidence,
  });
  await scope.preserve({ field: 'evidence', subject: { type: 'PlatformHandling', id: handling.id }, files: evidence });
  return { valueId: handling.id };
}

/** Shops are told of monitoring data, which are known since they came in. */
async function arrivalOf(tx: PlatformsTransaction, id: string): Promise<Cause> {
  const { receivedAt } = await tx.monitoringDataAcknowledgement.findUniqueOrThrow({ where: { id } });
  return { what: { en: 'the receipt of the monitoring data', 'zh-CN': '收到监测数据的时间' }, at: receivedAt };
}
