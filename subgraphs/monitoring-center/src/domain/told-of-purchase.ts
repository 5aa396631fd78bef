/** What a purchase says that monitoring data tell. */
interface PurchaseTold {
  readonly productName: string;
  readonly brand: string | null;
  readonly producerName: string | null;
  readonly producerUscc: string | null;
  readonly platformId: string;
  readonly listingItemId: string;
  readonly shopName: string;
  readonly merchantName: string;
  readonly merchantUscc: string | null;
}

/** What a sample says beside it. */
interface SampleTold {
  readonly productCategory: string | null;
  readonly sellerRegion: string;
  readonly producerRegion: string | null;
}

/** What monitoring data tell of where and from whom a sample was bought (5.4.1). A product that its nominal producer has disowned names none. */
export function toldOfPurchase(purchase: PurchaseTold, { productCategory, sellerRegion, producerRegion }: SampleTold, producerDisowned: boolean): PurchaseTold & SampleTold {
  const { productName, brand, platformId, listingItemId, shopName, merchantName, merchantUscc } = purchase;
  return {
    productName,
    brand,
    platformId,
    listingItemId,
    shopName,
    merchantName,
    merchantUscc,
    productCategory,
    sellerRegion,
    producerName: producerDisowned ? null : purchase.producerName,
    producerUscc: producerDisowned ? null : purchase.producerUscc,
    producerRegion: producerDisowned ? null : producerRegion,
  };
}
