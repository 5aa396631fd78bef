import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SchemaCheckResolvers, SchemaCheckStatus, SchemaFinding } from '../generated/graphql.js';

export const SchemaCheck: SchemaCheckResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaCheck.load(id),
  checked: ({ checked }) => checked as unknown as ActRecord,
  status: ({ status }) => status as SchemaCheckStatus,
  findings: ({ findings }) => findings as unknown as SchemaFinding[],
};
