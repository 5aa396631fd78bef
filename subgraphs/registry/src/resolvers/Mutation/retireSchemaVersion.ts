import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { retireSchemaVersion as performing } from '../../repository/retire-schema-version.js';

/** 5.4.3 c (停用数据标准版本) */
export const retireSchemaVersion: MutationResolvers['retireSchemaVersion'] = (_root, { items }, context) =>
  runAct(context, 'retireSchemaVersion', items, performing, (id) => context.loaders.schemaVersion.load(id));
