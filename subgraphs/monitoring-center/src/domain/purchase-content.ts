import { optionalUscc } from '@hub/kernel/validation/optional-uscc.js';
import { requireContentHash } from '@hub/kernel/validation/require-content-hash.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireRegionCode } from '@hub/kernel/validation/require-region-code.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince, type Cause } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { RecordPurchaseInput } from '../generated/graphql.js';
import type { PurchaseBuyer } from './purchase-buyer.js';
import { sellerContent } from './seller-content.js';

/**
 * The content of a purchase, checked (5.2.2): seller, product, listing, order, payment and buyer.
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, CODE_RETIRED, TIME_IN_FUTURE, TIMES_OUT_OF_ORDER
 */
export function purchaseContent(input: RecordPurchaseInput, ordered: Cause, codes: CodesAsOf) {
  const { now } = codes;
  const quantity = input.quantity ?? 1;
  requireValid(quantity >= 1 && quantity <= 10_000, 'quantity', { en: 'a purchase has 1 to 10 000 units', 'zh-CN': '每笔采样数量为 1 至 10000' }, '3');
  const price = requireMoney('price', input.price);
  const freight = input.freight ? requireMoney('freight', input.freight) : null;
  const snapshot = optionalText('listingSnapshotHash', input.listingSnapshotHash, 100);
  return {
    quantity,
    buyer: {
      name: requireText('buyerName', input.buyerName, 200),
      account: requireText('buyerAccount', input.buyerAccount, 200),
      address: requireText('buyerAddress', input.buyerAddress, 500),
      paymentReference: optionalText('paymentReference', input.paymentReference, 200),
    } satisfies PurchaseBuyer,
    purchase: {
      screenshots: requireEvidenceFiles('screenshots', input.screenshots ?? []).map((file) => ({ ...file })),
      repeatReason: optionalText('repeatReason', input.repeatReason, 1000),
      ...sellerContent(input, codes),
      productName: requireText('productName', input.productName, 500),
      brand: optionalText('brand', input.brand, 200),
      producerName: optionalText('producerName', input.producerName, 200),
      producerUscc: optionalUscc('producerUscc', input.producerUscc),
      listingItemId: requireText('listingItemId', input.listingItemId, 200),
      listingSku: optionalText('listingSku', input.listingSku, 200),
      listingSnapshotHash: snapshot === null ? null : requireContentHash('listingSnapshotHash', snapshot),
      orderNumber: requireText('orderNumber', input.orderNumber, 200),
      priceAmount: price.amount,
      priceCurrency: price.currency,
      freightAmount: freight?.amount ?? null,
      freightCurrency: freight?.currency ?? null,
      invoiceNumber: optionalText('invoiceNumber', input.invoiceNumber, 200),
      purchasedAt: requireSince('purchasedAt', input.purchasedAt, ordered, now),
      producerRegion: input.producerRegionCode == null ? null : requireRegionCode('producerRegionCode', input.producerRegionCode, codes),
    },
  };
}
