import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { LabsDatabase } from './database.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: LabsDatabase) {
  return {
    labs: {
      find: (query: PageQuery) => database.lab.findMany(query as never),
      findAll: (where: Where) => database.lab.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.lab.count({ where: where as never, take }),
    },
    commissionAcceptances: {
      find: (query: PageQuery) => database.commissionAcceptance.findMany(query as never),
      findAll: (where: Where) => database.commissionAcceptance.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.commissionAcceptance.count({ where: where as never, take }),
    },
    commissionCorrections: {
      find: (query: PageQuery) => database.commissionCorrection.findMany(query as never),
      findAll: (where: Where) => database.commissionCorrection.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.commissionCorrection.count({ where: where as never, take }),
    },
    sampleReceipts: {
      find: (query: PageQuery) => database.sampleReceipt.findMany(query as never),
      findAll: (where: Where) =>
        database.sampleReceipt.findMany({ where: where as never, orderBy: [{ expectedSince: 'asc' }, { blindNumber: 'asc' }] }),
      count: (where: Where, take: number) => database.sampleReceipt.count({ where: where as never, take }),
      /** Readings and hands of receipts that the caller may see; they have no rights of their own. */
      readingsOf: (receiptIds: readonly string[]) =>
        database.storageReading.findMany({ where: { receiptId: { in: [...receiptIds] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
      custodyOf: (receiptIds: readonly string[]) =>
        database.custodyEntry.findMany({ where: { receiptId: { in: [...receiptIds] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    },
    inspectionFailures: {
      find: (query: PageQuery) => database.inspectionFailure.findMany(query as never),
      findAll: (where: Where) =>
        database.inspectionFailure.findMany({ where: where as never, orderBy: [{ failedAt: 'asc' }, { id: 'asc' }] }),
      count: (where: Where, take: number) => database.inspectionFailure.count({ where: where as never, take }),
    },
    signingKeys: {
      find: (query: PageQuery) => database.signingKey.findMany(query as never),
      findAll: (where: Where) => database.signingKey.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.signingKey.count({ where: where as never, take }),
    },
    inspectionReports: {
      find: (query: PageQuery) => database.inspectionReport.findMany(query as never),
      findAll: (where: Where) =>
        database.inspectionReport.findMany({ where: where as never, orderBy: [{ preparedAt: 'asc' }, { id: 'asc' }] }),
      /** Without versions that others have replaced. */
      findCurrent: (where: Where) =>
        database.inspectionReport.findMany({
          where: { AND: [where as never, { supersededById: null }] },
          orderBy: [{ preparedAt: 'asc' }, { id: 'asc' }],
        }),
      count: (where: Where, take: number) => database.inspectionReport.count({ where: where as never, take }),
    },
  };
}

export type Repositories = ReturnType<typeof repositories>;
