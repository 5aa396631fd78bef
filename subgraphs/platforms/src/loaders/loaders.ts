import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import { groupLoader } from '@hub/kernel/loading/group-loader.js';
import { personalContentLoader, personalRecordLoader } from '@hub/kernel/personal/personal-loaders.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';
import { listingsOnSaleLoader } from './listings-on-sale-loader.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  return {
    platform: entityLoader(authority, 'Platform.id', repositories.platforms.findAll),
    merchant: entityLoader(authority, 'Merchant.id', repositories.merchants.findAll),
    merchantContact: personalContentLoader(repositories.contacts.opened),
    contactRecord: personalRecordLoader(repositories.contacts.recordsOf),
    shop: entityLoader(authority, 'Shop.id', repositories.shops.findAll),
    shopsOfMerchant: groupLoader(authority, 'Shop.id', 'merchantId', repositories.shops.findAll),
    listingsOnSale: listingsOnSaleLoader(repositories),
    listing: entityLoader(authority, 'Listing.id', repositories.listings.findAll),
    /** By the platform's own item id, which another platform may use too. */
    listingsOfItem: groupLoader(authority, 'Listing.id', 'itemId', repositories.listings.findAll),
    acknowledgement: entityLoader(authority, 'MonitoringDataAcknowledgement.id', repositories.acknowledgements.findAll),
    handling: entityLoader(authority, 'PlatformHandling.id', repositories.handlings.findAll),
    riskReport: entityLoader(authority, 'RiskReport.id', repositories.riskReports.findAll),
    selfInspection: entityLoader(authority, 'SelfInspection.id', repositories.selfInspections.findAll),
    selfInspectionsOn: groupLoader(authority, 'SelfInspection.id', 'monitoringDataId', repositories.selfInspections.findAll),
    enterprise: entityLoader(authority, 'Enterprise.id', repositories.enterprises.findAll),
    fulfilment: entityLoader(authority, 'DirectionFulfilment.id', repositories.fulfilments.findAll),
    receivedResultNotice: entityLoader(authority, 'ReceivedResultNotice.id', repositories.receivedResultNotices.findAll),
  };
}

export type Loaders = ReturnType<typeof loaders>;
