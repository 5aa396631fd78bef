import type { GtinQuality } from '../generated/graphql.js';

/** What a platform tells of a listing, checked and cleaned. */
export interface ListingContent {
  readonly itemId: string;
  readonly shopId: string;
  readonly title: string;
  readonly brand: string | null;
  readonly brandOwner: string | null;
  readonly category: string | null;
  readonly gtin: string | null;
  readonly gtinAsListed: string;
  readonly gtinQuality: GtinQuality;
  readonly packageWeight: string | null;
  /** YYYY-MM-DD */
  readonly listedOn: string;
}

/** Why a row of an import is no listing, in words for whoever sent it. */
export interface RefusedListing {
  readonly itemId: string;
  readonly reason: string;
}
