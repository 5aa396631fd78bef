import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { PurchaseBuyer } from '../domain/purchase-buyer.js';
import type { BuyerKeeping } from './buyer-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';

const batch = 200;

interface BuyerOfBefore extends PurchaseBuyer {
  readonly id: string;
  readonly holder: string;
  readonly platformId: string;
  readonly purchasedAt: Date;
}

/**
 * Encrypts buyers that a version before has kept in the clear, or a process of it that runs beside this one still writes; at most a batch, and of several processes each takes others.
 * @returns whether there may be more
 */
export async function sealBuyersOfBefore(unit: UnitOfWork<MonitoringCenterTransaction>, buyers: BuyerKeeping): Promise<boolean> {
  const { tx } = unit;
  const rows = await tx.$queryRaw<BuyerOfBefore[]>`
    SELECT id, holder, platform_id AS "platformId", purchased_at AS "purchasedAt", buyer_name AS name, buyer_account AS account, buyer_address AS address, payment_reference AS "paymentReference"
    FROM purchase WHERE buyer_name IS NOT NULL ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const sealed = await buyers.keep(unit, rows.map(({ holder, platformId, purchasedAt, name, account, address, paymentReference }) => ({
    ...{ holder, known: { at: platformId, by: account }, since: purchasedAt, content: { name, account, address, paymentReference } },
  })));
  await tx.$executeRaw`
    UPDATE purchase p SET buyer_name = NULL, buyer_account = NULL, buyer_address = NULL, payment_reference = NULL, buyer_id = s.person, sealed_buyer = s.sealed
    FROM unnest(${rows.map(({ id }) => id)}::text[], ${sealed.map(({ personId }) => personId)}::text[], ${sealed.map((each) => each.sealed)}::text[]) AS s (id, person, sealed) WHERE p.id = s.id`;
  return rows.length === batch;
}
