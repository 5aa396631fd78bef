import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { Sealed } from '@hub/kernel/personal/personal-data.js';
import { personalRecords } from '@hub/kernel/personal/personal-records.js';
import type { ContactKeeping } from './contact-keeping.js';
import type { PlatformsDatabase } from './database.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: PlatformsDatabase, contactKeeping: ContactKeeping) {
  return {
    contacts: {
      opened: (rows: readonly Sealed[]) => contactKeeping.open(database, rows),
      knownBy: (phone: string) => contactKeeping.knownBy(database, phone),
      recordsOf: (contactIds: readonly string[]) => personalRecords(database, contactIds),
    },
    platforms: {
      find: (query: PageQuery) => database.platform.findMany(query as never),
      findAll: (where: Where) => database.platform.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.platform.count({ where: where as never, take }),
    },
    merchants: {
      find: (query: PageQuery) => database.merchant.findMany(query as never),
      findAll: (where: Where) => database.merchant.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.merchant.count({ where: where as never, take }),
    },
    shops: {
      find: (query: PageQuery) => database.shop.findMany(query as never),
      count: (where: Where, take: number) => database.shop.count({ where: where as never, take }),
      findAll: (where: Where) => database.shop.findMany({ where: where as never, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    },
    listings: {
      find: (query: PageQuery) => database.listing.findMany(query as never),
      findAll: (where: Where) => database.listing.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.listing.count({ where: where as never, take }),
      countOnSale: (shopIds: readonly string[]) =>
        database.listing.groupBy({ by: ['shopId'], where: { shopId: { in: [...shopIds] }, state: 'LISTED' }, _count: true }),
    },
    acknowledgements: {
      find: (query: PageQuery) => database.monitoringDataAcknowledgement.findMany(query as never),
      findAll: (where: Where) => database.monitoringDataAcknowledgement.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.monitoringDataAcknowledgement.count({ where: where as never, take }),
    },
    handlings: {
      find: (query: PageQuery) => database.platformHandling.findMany(query as never),
      findAll: (where: Where) => database.platformHandling.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.platformHandling.count({ where: where as never, take }),
    },
    riskReports: {
      find: (query: PageQuery) => database.riskReport.findMany(query as never),
      findAll: (where: Where) => database.riskReport.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.riskReport.count({ where: where as never, take }),
    },
    selfInspections: {
      find: (query: PageQuery) => database.selfInspection.findMany(query as never),
      findAll: (where: Where) => database.selfInspection.findMany({ where: where as never, orderBy: [{ filedAt: 'asc' }, { id: 'asc' }] }),
      count: (where: Where, take: number) => database.selfInspection.count({ where: where as never, take }),
    },
    enterprises: {
      find: (query: PageQuery) => database.enterprise.findMany(query as never),
      findAll: (where: Where) => database.enterprise.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.enterprise.count({ where: where as never, take }),
    },
    fulfilments: {
      find: (query: PageQuery) => database.directionFulfilment.findMany(query as never),
      findAll: (where: Where) => database.directionFulfilment.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.directionFulfilment.count({ where: where as never, take }),
    },
    receivedResultNotices: {
      find: (query: PageQuery) => database.receivedResultNotice.findMany(query as never),
      findAll: (where: Where) => database.receivedResultNotice.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.receivedResultNotice.count({ where: where as never, take }),
    },
  };
}

export type Repositories = ReturnType<typeof repositories>;
