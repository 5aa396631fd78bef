import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SchemaRuleExceptionResolvers, SchemaRuleSeverity } from '../generated/graphql.js';

export const SchemaRuleException: SchemaRuleExceptionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaRuleException.load(id),
  severity: ({ severity }) => severity as SchemaRuleSeverity,
  excepted: ({ excepted }) => excepted as unknown as ActRecord,
  ended: ({ ended }) => ended as unknown as ActRecord | null,
};
