import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, EvidenceFile, ObjectionGround, ObjectionResolvers, ObjectionState } from '../generated/graphql.js';

export const Objection: ObjectionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.objection.load(id),
  notice: ({ noticeId }, _args, { loaders }) => loaders.resultNotice.load(noticeId),
  regulator: ({ holder }) => ({ id: holder }),
  objector: ({ objectorId }) => (objectorId === null ? null : { id: objectorId }),
  ground: ({ ground }) => ground as ObjectionGround,
  evidence: ({ evidence }) => evidence as unknown as EvidenceFile[],
  state: ({ state }) => state as ObjectionState,
  retest: async ({ id }, _args, { loaders }) => (await loaders.retestsOfObjection.load(id)).at(-1) ?? null,
  decided: ({ decided }) => decided as unknown as ActRecord | null,
};
