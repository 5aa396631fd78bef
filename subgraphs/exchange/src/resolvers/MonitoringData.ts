import { listingMatches } from '../domain/listing-matches.js';
import type { MonitoringDataResolvers } from '../generated/graphql.js';
import { noteStaleCopies } from '../repository/note-stale-copies.js';

/** A stub: the monitoring centre owns the data, the exchange contributes what the firms concerned say to them, and where else the product is offered. */
export const MonitoringData: MonitoringDataResolvers = {
  comments: ({ id }, _args, { loaders }) => loaders.commentsOnMonitoringData.load(id),
  matchingListings: async ({ id }, { first }, context) => {
    await noteStaleCopies(context, ['MonitoringData', 'Listing']);
    return listingMatches(await context.matcher.ofRecord({ type: 'MonitoringData', id }, ['Listing'], first ?? null));
  },
};
