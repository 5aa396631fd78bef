import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { said } from '../domain/said.js';
import type { ActRecord, ImportMappingResolvers, ImportMappingState, ImportOutcome, ImportTrial } from '../generated/graphql.js';

export const ImportMapping: ImportMappingResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.importMapping.load(id),
  sampleKeptUntil: ({ holder, sampleHash: fileHash }, _args, { repositories }) => repositories.importFiles.keptUntil({ holder, fileHash }),
  given: ({ given }) => Object.entries(given as Record<string, string>).map(([name, value]) => ({ name, value })),
  trial: ({ trial }) => trial as unknown as ImportTrial,
  preview: async (mapping, _args, { imports, locale }) => {
    const { holder: partyId, sampleHash: hash, given } = mapping;
    const rows = await imports.trials.preview(mapping, { partyId, hash, given: given as Record<string, string>, locale });
    return rows?.map(({ repairs, field, rule, value, message, values, keptColumns, ...row }) => ({ ...row, outcome: row.outcome as ImportOutcome, values: [...values], keptColumns: [...keptColumns], ...said({ repairs, field, rule, value, message }) })) ?? null;
  },
  proposed: ({ proposed }) => proposed as unknown as ActRecord,
  decided: ({ decided }) => decided as unknown as ActRecord | null,
  withdrawn: ({ withdrawn }) => withdrawn as unknown as ActRecord | null,
  state: ({ state }) => state as ImportMappingState,
};
