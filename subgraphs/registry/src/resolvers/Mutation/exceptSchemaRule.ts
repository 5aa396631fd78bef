import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { exceptSchemaRule as performing } from '../../repository/except-schema-rule.js';

/** 5.4.3 c (准许规则例外) */
export const exceptSchemaRule: MutationResolvers['exceptSchemaRule'] = (_root, { items }, context) =>
  runAct(context, 'exceptSchemaRule', items, performing, (id) => context.loaders.schemaRuleException.load(id));
