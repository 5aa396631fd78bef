import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { LabsDatabase } from './database.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: LabsDatabase) {
  return {
    labs: {
      find: (query: PageQuery) => database.lab.findMany(query as never),
      findAll: (where: Where) => database.lab.findMany({ where: where as never }),
      count: (where: Where) => database.lab.count({ where: where as never }),
    },
    commissionAcceptances: {
      find: (query: PageQuery) => database.commissionAcceptance.findMany(query as never),
      findAll: (where: Where) => database.commissionAcceptance.findMany({ where: where as never }),
      count: (where: Where) => database.commissionAcceptance.count({ where: where as never }),
    },
    inspectionReports: {
      find: (query: PageQuery) => database.inspectionReport.findMany(query as never),
      findAll: (where: Where) =>
        database.inspectionReport.findMany({ where: where as never, orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }] }),
      count: (where: Where) => database.inspectionReport.count({ where: where as never }),
    },
  };
}

export type Repositories = ReturnType<typeof repositories>;
