import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { MerchantResolvers, ResolversParentTypes } from '../generated/graphql.js';

/** Whom to turn to at one merchant; nobody once that is erased. */
const contactOf = ({ contactId, sealedContact }: Pick<ResolversParentTypes['Merchant'], 'contactId' | 'sealedContact'>, { loaders }: Context) => loaders.merchantContact.load({ personId: contactId, sealed: sealedContact });

export const Merchant: MerchantResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.merchant.load(id),
  region: ({ sellerRegion }) => ({ code: sellerRegion }),
  // The register of platforms is open to all who see a merchant, and a platform has its row before its merchants have.
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
  shops: ({ id }, _args, { loaders }) => loaders.shopsOfMerchant.load(id),
  contactName: async (row, _args, context) => (await contactOf(row, context))?.name ?? null,
  contactPhone: async (row, _args, context) => (await contactOf(row, context))?.phone ?? null,
  contactRecord: async ({ contactId }, _args, { loaders }) => (contactId === null ? null : await loaders.contactRecord.load(contactId)),
  participant: ({ participantId }) => (participantId === null ? null : { id: participantId }),
};
