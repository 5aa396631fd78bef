import { repairGtin } from '@hub/schema/identifiers/gtin.js';
import type { ListingContent, RefusedListing } from './listing-content.js';

/** A row of USDA Branded Foods as the file has it, by the names of its columns. */
export type UsdaProduct = Readonly<Record<string, string>>;

/**
 * Maps a product of USDA Branded Foods to a listing: names cleaned, leading zeros of the code restored (GB 12904).
 *
 * The file has no titles: one is made as shops make them, of brand, category and weight.
 *
 * @param shopOf the shop that offers the products of a brand owner
 */
export function mapUsdaProduct(product: UsdaProduct, shopOf: (brandOwner: string) => string): ListingContent | RefusedListing {
  const itemId = clean(product['fdc_id']) ?? '';
  const brand = clean(product['brand_name']);
  const brandOwner = clean(product['brand_owner']);
  const category = clean(product['branded_food_category']);
  const packageWeight = clean(product['package_weight']);
  const gtinAsListed = clean(product['gtin_upc']) ?? '';
  const listedOn = product['available_date'] ?? '';
  const name = brand ?? brandOwner;

  if (itemId === '') return { itemId, reason: 'It has no item id (fdc_id).' };
  if (name === null && category === null) return { itemId, reason: 'It names neither brand, brand owner nor category: no title can be made.' };
  if (!isDay(listedOn)) return { itemId, reason: `"${listedOn}" is no calendar day (available_date); right would be 2026-03-01.` };

  const { gtin14, quality } = repairGtin(gtinAsListed);
  return {
    itemId,
    shopId: shopOf(brandOwner ?? brand ?? ''),
    title: [name, category, packageWeight].filter((part) => part !== null).join(' · '),
    brand,
    brandOwner,
    category,
    gtin: gtin14,
    gtinAsListed,
    gtinQuality: quality,
    packageWeight,
    listedOn,
  };
}

/** Without the quotes, control characters and runs of spaces that exports leave around names; null where nothing is left. */
function clean(text: string | undefined): string | null {
  const cleaned = (text ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').replace(/^["\s]+|["\s]+$/g, '');
  return cleaned === '' ? null : cleaned;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
