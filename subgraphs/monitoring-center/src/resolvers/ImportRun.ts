import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { reportPath, refusedRowsPath } from '../domain/imports-path.js';
import { said } from '../domain/said.js';
import type { ActRecord, ImportOutcome, ImportRunResolvers, ImportRunState } from '../generated/graphql.js';
import { toldRefusal } from '../repository/told-refusal.js';

const mostRows = 100;

export const ImportRun: ImportRunResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.importRun.load(id),
  importMapping: ({ importMappingId }, _args, { loaders }) => (importMappingId === null ? null : loaders.importMapping.load(importMappingId)),
  started: ({ started }) => started as unknown as ActRecord,
  cancelled: ({ cancelled }) => cancelled as unknown as ActRecord | null,
  counts: (row) => row,
  refusal: ({ refusal }, _args, { locale }) => toldRefusal(refusal, locale),
  reportRows: async ({ id }, { after, outcome }, { repositories }) => {
    const rows = await repositories.importRows.behind(id, after, outcome, mostRows);
    return rows.map(({ number, repairs, field, rule, value, message, ...row }) => ({ ...row, outcome: row.outcome as ImportOutcome, ...said({ number, repairs, field, rule, value, message }) }));
  },
  reportPath: ({ id }) => reportPath(id),
  refusedRowsPath: async (row, _args, { repositories }) => (row.refused > 0 && (await repositories.importFiles.keptUntil(row)) ? refusedRowsPath(row.id) : null),
  fileKeptUntil: (row, _args, { repositories }) => repositories.importFiles.keptUntil(row),
  state: ({ state }) => state as ImportRunState,
};
