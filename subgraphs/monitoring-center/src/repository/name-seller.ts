import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Prisma, Purchase } from '@hub/prisma/monitoring-center/generated/client.js';
import { identityKeys } from '../domain/purchase-identities.js';
import type { SellerContent } from '../domain/seller-content.js';
import type { PurchaseRepeat } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { followSeller } from './follow-seller.js';

/** Who is named instead, what the purchase repeats of others then and why that may be, and who says so for which reason. */
interface NamedSeller {
  readonly seller: SellerContent;
  readonly repeats: readonly PurchaseRepeat[];
  readonly repeatReason: string | null;
  readonly reason: string;
  readonly acted: ActRecord;
}

/** A purchase names another seller from now on; what it said stays beside it (更正购样记录, clause 4). Labs, which know no seller, learn nothing, also not that there was a correction. */
export async function nameSeller(unit: UnitOfWork<MonitoringCenterTransaction>, before: Purchase, named: NamedSeller): Promise<void> {
  const { shopName, merchantName, merchantUscc, sellerRegion } = before;
  const { seller, repeats, repeatReason, reason, acted } = named;
  const correction = { shopName, merchantName, merchantUscc, sellerRegion, reason, acted: { ...acted } };
  const purchase = await unit.tx.purchase.update({
    where: { id: before.id },
    data: {
      ...seller,
      repeats: repeats.map((repeat) => ({ ...repeat })),
      repeatReason,
      identityKeys: identityKeys({ ...before, ...seller }),
      corrections: [...(before.corrections as unknown as Prisma.InputJsonValue[]), correction],
      revision: { increment: 1 },
    },
  });
  await followSeller(unit, purchase);
  unit.emit({ kind: 'PurchaseCorrected', subjectType: 'Purchase', subjectId: purchase.id, stamps: stampsOf(purchase), receivers: {} });
}
