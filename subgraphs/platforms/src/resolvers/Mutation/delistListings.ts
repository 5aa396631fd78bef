import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { delist } from '../../repository/delist-listings.js';

/** 5.4.2 */
export const delistListings: MutationResolvers['delistListings'] = (_root, { items }, context) =>
  runAct(context, 'delistListings', items, delist, (id) => context.loaders.handling.load(id));
