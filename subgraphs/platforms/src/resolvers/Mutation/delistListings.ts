import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { delistListings as perform } from '../../repository/delist-listings.js';

/** 5.4.2 */
export const delistListings: MutationResolvers['delistListings'] = (_root, { items }, context) =>
  runAct(context, 'delistListings', items, perform, (id) => context.loaders.handling.load(id));
