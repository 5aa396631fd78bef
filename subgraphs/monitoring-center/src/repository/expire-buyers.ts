import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { emptyBuyers, type BuyerKeeping } from './buyer-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Erases who bought under accounts that nobody has bought under for the time of their keeping (5.4.3 d), at most a batch. @returns whether there may be more */
export function expireBuyers(unit: UnitOfWork<MonitoringCenterTransaction>, buyers: BuyerKeeping): Promise<boolean> {
  return buyers.expire(unit, (buyerIds) => emptyBuyers(unit.tx, buyerIds));
}
