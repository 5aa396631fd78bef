import { optionalUscc } from '@hub/kernel/validation/optional-uscc.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireRegionCode } from '@hub/kernel/validation/require-region-code.js';
import { requireText } from '@hub/kernel/validation/require-text.js';

/** Whom a purchase names as its seller, as it is given. */
interface GivenSeller {
  readonly shopName: string;
  readonly merchantName: string;
  readonly merchantUscc?: string | null | undefined;
  readonly sellerRegionCode: string;
}

/** The seller that a purchase names; the region by its code (GB/T 2260). */
export interface SellerContent {
  readonly shopName: string;
  readonly merchantName: string;
  readonly merchantUscc: string | null;
  readonly sellerRegion: string;
}

/**
 * The seller of a purchase, checked (5.2.2).
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, CODE_RETIRED
 */
export function sellerContent(input: GivenSeller, codes: CodesAsOf): SellerContent {
  return {
    shopName: requireText('shopName', input.shopName, 200),
    merchantName: requireText('merchantName', input.merchantName, 200),
    merchantUscc: optionalUscc('merchantUscc', input.merchantUscc),
    sellerRegion: requireRegionCode('sellerRegionCode', input.sellerRegionCode, codes),
  };
}
