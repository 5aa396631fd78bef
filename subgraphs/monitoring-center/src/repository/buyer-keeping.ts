import type { PersonalRecords } from '@hub/kernel/personal/personal-records.js';
import type { PurchaseBuyer } from '../domain/purchase-buyer.js';
import type { MonitoringCenterTransaction } from './database.js';

/** How buyers are kept (5.4.3 d): each account at a platform is one person. */
export type BuyerKeeping = PersonalRecords<PurchaseBuyer>;

/** Empties what purchases hold encrypted of buyers who are erased. */
export async function emptyBuyers(tx: MonitoringCenterTransaction, buyerIds: readonly string[]): Promise<void> {
  await tx.purchase.updateMany({ where: { buyerId: { in: [...buyerIds] } }, data: { sealedBuyer: null } });
}
