import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';

/** What a sample is by its purchase: it goes with the purchase to whichever label the goods bear. */
export function contentOfPurchase({ purchaseId, productKind, productName, planProduct, productCategory, sellerRegion, producerRegion }: Sample) {
  return { purchaseId, productKind, productName, planProduct, productCategory, sellerRegion, producerRegion };
}
