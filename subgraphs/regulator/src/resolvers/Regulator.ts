import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { RegulatorLevel, RegulatorResolvers } from '../generated/graphql.js';

export const Regulator: RegulatorResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.regulator.load(id),
  participant: ({ id }) => ({ id }),
  level: ({ level }) => level as RegulatorLevel,
  region: ({ regionCode }) => ({ code: regionCode }),
};
