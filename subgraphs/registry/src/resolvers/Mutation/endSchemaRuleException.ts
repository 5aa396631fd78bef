import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { endSchemaRuleException as performing } from '../../repository/end-schema-rule-exception.js';

/** 5.4.3 c (终止规则例外) */
export const endSchemaRuleException: MutationResolvers['endSchemaRuleException'] = (_root, { items }, context) =>
  runAct(context, 'endSchemaRuleException', items, performing, (id) => context.loaders.schemaRuleException.load(id));
