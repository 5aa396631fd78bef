import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { EnterpriseResolvers, EnterpriseRole } from '../generated/graphql.js';

export const Enterprise: EnterpriseResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.enterprise.load(id),
  roles: ({ roles }) => roles as EnterpriseRole[],
  region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
  participant: ({ participantId }) => (participantId === null ? null : { id: participantId }),
};
