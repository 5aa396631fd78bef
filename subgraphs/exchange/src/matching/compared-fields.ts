import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** Where the index has what products are compared by, of one type of record. */
export interface ComparedFields {
  readonly name: string;
  readonly brand?: string;
  /** 商品条码 in a field of its own. */
  readonly gtin?: string;
  /** Texts in which a 商品条码 may stand. */
  readonly told: readonly string[];
  /** 商品编号, which field says of which platform it is, and which parties of the row that may be. */
  readonly item?: { readonly id: string; readonly platform: string; readonly stamp: 'holder' | 'concerned' };
}

/** The types that are matched. */
export const comparedFields = {
  Listing: { name: 'Listing.title', brand: 'Listing.brand', gtin: 'Listing.gtinAsListed', told: [], item: { id: 'Listing.itemId', platform: 'Listing.platform', stamp: 'holder' } },
  RiskInformation: { name: 'RiskInformation.productName', brand: 'RiskInformation.brand', told: ['RiskInformation.hazardDescription', 'RiskInformation.sourceText'] },
  Sample: { name: 'Sample.productName', told: [] },
  MonitoringData: { name: 'MonitoringData.productName', brand: 'MonitoringData.brand', told: [], item: { id: 'MonitoringData.listingItemId', platform: 'MonitoringData.platform', stamp: 'concerned' } },
} as const satisfies Readonly<Record<string, ComparedFields>>;
export type MatchedType = keyof typeof comparedFields;

export const fieldsOf = (type: MatchedType): ComparedFields => comparedFields[type];

/** The parties of a row one of which is the platform that has given a number. */
export const platformsOf = (stamp: 'holder' | 'concerned', { holder, concerned }: Stamps): readonly string[] => (stamp === 'holder' ? [holder] : concerned);
