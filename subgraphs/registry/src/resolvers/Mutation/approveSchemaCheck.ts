import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { approveSchemaCheck as performing } from '../../repository/approve-schema-check.js';

/** 5.4.3 a (批准检查发现) */
export const approveSchemaCheck: MutationResolvers['approveSchemaCheck'] = (_root, { items }, context) =>
  runAct(context, 'approveSchemaCheck', items, performing, (id) => context.loaders.schemaCheck.load(id));
