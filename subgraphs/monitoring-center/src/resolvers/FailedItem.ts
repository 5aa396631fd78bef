import { readQuantity } from '@hub/schema/identifiers/quantity.js';
import type { FailedItemResolvers } from '../generated/graphql.js';

export const FailedItem: FailedItemResolvers = {
  quantity: ({ measured, unit }) => {
    const read = readQuantity(`${measured} ${unit ?? ''}`);
    return typeof read === 'string' ? null : read.text;
  },
};
