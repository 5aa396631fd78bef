import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { publishBuiltSchemas as performing } from '../../repository/publish-built-schemas.js';

/** 5.4.3 c (发布随版本的数据标准) */
export const publishBuiltSchemas: MutationResolvers['publishBuiltSchemas'] = (_root, { items }, context) =>
  runAct(context, 'publishBuiltSchemas', items, performing(context.publishing), (id) => context.loaders.schemaVersion.load(id), context.publishing);
