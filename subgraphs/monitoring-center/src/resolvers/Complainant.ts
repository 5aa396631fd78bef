import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, ComplainantResolvers, ComplainantState } from '../generated/graphql.js';

export const Complainant: ComplainantResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.complainant.load(id),
  name: async (row, _args, { loaders }) => (await loaders.complainantContent.load(row))?.name ?? null,
  phone: async (row, _args, { loaders }) => (await loaders.complainantContent.load(row))?.phone ?? null,
  address: async (row, _args, { loaders }) => (await loaders.complainantContent.load(row))?.address ?? null,
  statement: async (row, _args, { loaders }) => (await loaders.complainantContent.load(row))?.statement ?? null,
  taken: ({ taken }) => taken as unknown as ActRecord,
  erased: ({ erased }) => erased as unknown as ActRecord | null,
  state: ({ state }) => state as ComplainantState,
};
