import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { publishSchema as performing } from '../../repository/publish-schema.js';

/** 5.4.3 c (发布数据标准) */
export const publishSchema: MutationResolvers['publishSchema'] = (_root, { items }, context) =>
  runAct(context, 'publishSchema', items, performing(context.publishing), (id) => context.loaders.schemaVersion.load(id), context.publishing);
