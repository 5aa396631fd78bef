/** What hits are counted by, besides their type. */
export const facets = ['channel', 'category', 'hazardItem', 'sellerRegion'] as const;
export type Facet = (typeof facets)[number];

/** A field that is searched. */
export interface SearchedField {
  readonly coordinate: string;
  /** Stands for the coordinate in the index: never given to another. */
  readonly code: string;
  /** How telling a word in it is: 3 of a name, 2 of a short text, 1 of a long one; 0 where no words are looked for in it. */
  readonly weight: 0 | 1 | 2 | 3;
  readonly facet?: Facet;
}

/** All fields that are searched: the terms of each decide who finds by it. What is not named here is in no index. */
export const searchedFields: readonly SearchedField[] = [
  { coordinate: 'RiskInformation.productName', code: 'a', weight: 3 },
  { coordinate: 'RiskInformation.brand', code: 'b', weight: 2 },
  { coordinate: 'RiskInformation.hazardItem', code: 'c', weight: 2, facet: 'hazardItem' },
  { coordinate: 'RiskInformation.hazardDescription', code: 'd', weight: 1 },
  { coordinate: 'RiskInformation.productCategories', code: 'e', weight: 2, facet: 'category' },
  { coordinate: 'RiskInformation.remedy', code: 'f', weight: 1 },
  { coordinate: 'RiskInformation.number', code: 'g', weight: 2 },
  { coordinate: 'RiskInformation.sourceText', code: 'h', weight: 1 },
  { coordinate: 'RiskInformation.channel', code: 'i', weight: 0, facet: 'channel' },
  { coordinate: 'Sample.productName', code: 'j', weight: 3 },
  { coordinate: 'Sample.productKind', code: 'k', weight: 3, facet: 'category' },
  { coordinate: 'Sample.number', code: 'l', weight: 2 },
  { coordinate: 'Sample.blindNumber', code: 'm', weight: 2 },
  { coordinate: 'Sample.purchase', code: 'n', weight: 0, facet: 'sellerRegion' },
  { coordinate: 'InspectionReport.receipt', code: 'o', weight: 3, facet: 'category' },
  { coordinate: 'InspectionReport.number', code: 'p', weight: 2 },
  { coordinate: 'InspectionReport.results', code: 'q', weight: 1 },
  { coordinate: 'MonitoringData.productName', code: 'r', weight: 3 },
  { coordinate: 'MonitoringData.brand', code: 's', weight: 2 },
  { coordinate: 'MonitoringData.producerName', code: 't', weight: 2 },
  { coordinate: 'MonitoringData.failedItems', code: 'u', weight: 2, facet: 'hazardItem' },
  { coordinate: 'MonitoringData.shopName', code: 'v', weight: 2 },
  { coordinate: 'MonitoringData.remark', code: 'w', weight: 1 },
  { coordinate: 'MonitoringData.number', code: 'x', weight: 2 },
  { coordinate: 'MonitoringData.merchantName', code: 'y', weight: 2 },
  { coordinate: 'MonitoringData.listingItemId', code: 'z', weight: 2 },
  { coordinate: 'MonitoringData.sellerRegion', code: 'A', weight: 0, facet: 'sellerRegion' },
  { coordinate: 'Listing.title', code: 'B', weight: 3 },
  { coordinate: 'Listing.brand', code: 'C', weight: 2 },
  { coordinate: 'Listing.brandOwner', code: 'D', weight: 1 },
  { coordinate: 'Listing.category', code: 'E', weight: 2, facet: 'category' },
  { coordinate: 'Listing.itemId', code: 'F', weight: 2 },
  { coordinate: 'Listing.gtinAsListed', code: 'G', weight: 2 },
];

/** Whether what stands in a field is the name of a product, or what kind of product it is. */
export const namesProduct = ({ weight, facet }: SearchedField): boolean => weight === 3 || facet === 'category';

/** Terms of the key of a type decide whose rows are there at all. */
export const keyOf = (type: string): string => `${type}.id`;

export const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.'));
