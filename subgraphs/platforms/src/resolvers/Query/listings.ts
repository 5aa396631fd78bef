import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import { gtin14Of } from '@hub/schema/identifiers/gtin.js';
import type { ListingOrderField, QueryResolvers } from '../../generated/graphql.js';

const columns = { TITLE: 'title', LISTED_ON: 'listedOn' } as const satisfies Record<ListingOrderField, string>;

export const listings: QueryResolvers['listings'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'Listing.id',
    args,
    filterType: 'ListingFilter',
    orderType: 'ListingOrder',
    where: {
      ...(filter?.platformId && { holder: filter.platformId }),
      ...(filter?.title && { title: containing(filter.title) }),
      ...(filter?.brand && { brand: containing(filter.brand) }),
      ...(filter?.category && { category: filter.category }),
      // What is no code of at most 14 digits is asked for as it stands, and found nowhere.
      ...(filter?.gtin && { gtin: gtin14Of(filter.gtin) ?? filter.gtin }),
      ...(filter?.gtinQuality && { gtinQuality: { in: filter.gtinQuality } }),
      ...(filter?.itemId && { itemId: filter.itemId }),
      ...(filter?.state && { state: { in: filter.state } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'TITLE']]: orderBy?.direction === 'DESC' ? 'desc' : 'asc' }],
    ...context.repositories.listings,
  });
};
