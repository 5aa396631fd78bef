/** What a sample is by its purchase. */
export interface ContentOfPurchase {
  readonly purchaseId: string;
  readonly productKind: string;
  readonly productName: string;
  readonly planProduct: number;
  readonly productCategory: string | null;
  readonly sellerRegion: string;
  readonly producerRegion: string | null;
}

/** That part of a sample alone: it goes with the purchase to whichever label the goods bear. */
export function contentOfPurchase({ purchaseId, productKind, productName, planProduct, productCategory, sellerRegion, producerRegion }: ContentOfPurchase): ContentOfPurchase {
  return { purchaseId, productKind, productName, planProduct, productCategory, sellerRegion, producerRegion };
}
