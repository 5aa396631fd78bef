import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SchemaApproval, SchemaCheckResolvers, SchemaCheckStatus, SchemaFinding } from '../generated/graphql.js';

export const SchemaCheck: SchemaCheckResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaCheck.load(id),
  checked: ({ checked }) => checked as unknown as ActRecord,
  status: ({ status }) => status as SchemaCheckStatus,
  sdl: ({ contentHash }, _args, { loaders }) => loaders.schemaText.load(contentHash),
  approvals: ({ approvals }) => approvals as unknown as SchemaApproval[],
  findings: ({ findings }) => findings as unknown as SchemaFinding[],
};
