import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { MerchantResolvers, ResolversParentTypes } from '../generated/graphql.js';

export const Merchant: MerchantResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.merchant.load(id),
  region: ({ sellerRegion }) => ({ code: sellerRegion }),
  // The register of platforms is open to all who see a merchant, and a platform has its row before its merchants have.
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
  shops: ({ id }, _args, { loaders }) => loaders.shopsOfMerchant.load(id),
  participant: ({ participantId }) => (participantId === null ? null : { id: participantId }),
};
