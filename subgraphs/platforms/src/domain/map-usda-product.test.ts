import { describe, expect, it } from 'vitest';
import { mapUsdaProduct } from './map-usda-product.js';

const product = {
  fdc_id: '1807067',
  gtin_upc: '36000291452',
  brand_owner: 'Southeastern Mills Inc. ',
  brand_name: '""LOUISIANA""',
  branded_food_category: 'Meat/Other Animals  Prepared',
  package_weight: '354 mL',
  available_date: '2021-06-17',
};
const shopOf = (brandOwner: string) => `shop of ${brandOwner}`;

describe('a product of the USDA becomes a listing', () => {
  it('with clean names, a repaired code, a title of its parts, in the shop of its brand owner', () => {
    expect(mapUsdaProduct(product, shopOf)).toEqual({
      itemId: '1807067',
      shopId: 'shop of Southeastern Mills Inc.',
      title: 'LOUISIANA · Meat/Other Animals Prepared · 354 mL',
      brand: 'LOUISIANA',
      brandOwner: 'Southeastern Mills Inc.',
      category: 'Meat/Other Animals Prepared',
      gtin: '00036000291452',
      gtinAsListed: '36000291452',
      gtinQuality: 'REPAIRED',
      packageWeight: '354 mL',
      listedOn: '2021-06-17',
    });
  });

  it('also without brand, category or weight, and with a code that stays wrong', () => {
    const bare = { ...product, brand_name: '', branded_food_category: '', package_weight: ' ', gtin_upc: '36000291453' };
    expect(mapUsdaProduct(bare, shopOf)).toMatchObject({
      title: 'Southeastern Mills Inc.',
      brand: null,
      category: null,
      packageWeight: null,
      gtin: null,
      gtinAsListed: '36000291453',
      gtinQuality: 'INVALID',
    });
  });

  it.each([
    [{ fdc_id: ' ' }, /no item id/],
    [{ brand_name: '', brand_owner: '', branded_food_category: '' }, /no title/],
    [{ available_date: '2021-02-30' }, /no calendar day/],
    [{ available_date: '6/17/2021' }, /no calendar day/],
  ])('and is refused with a reason where something essential is missing: %j', (change, reason) => {
    expect(mapUsdaProduct({ ...product, ...change }, shopOf)).toMatchObject({ reason: expect.stringMatching(reason) as string });
  });
});
