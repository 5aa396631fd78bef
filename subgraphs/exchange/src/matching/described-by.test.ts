import { expect, it } from 'vitest';
import { describedBy } from './described-by.js';

const stamps = { holder: 'platform-1', concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: 'LISTED', reached: ['LISTED'] };
const values = { 'Listing.title': ['充电宝 A137'], 'Listing.brand': ['Lanmiko'], 'Listing.gtinAsListed': ['6901234567892'], 'Listing.itemId': ['100012345'] };
const described = (closed: readonly string[]) => describedBy('Listing', { id: 'listing-1', type: 'Listing', values, stamps }, { rows: new Map(), reads: (coordinate) => !closed.includes(coordinate) });

it('describes a record by what may be read of it, and by its number only where its platform may be read too', () => {
  expect(described([])).toEqual({ name: '充电宝 A137', brand: 'Lanmiko', gtins: ['6901234567892'], items: [{ platformId: 'platform-1', id: '100012345' }] });
  expect(described(['Listing.platform']).items).toEqual([]);
  expect(described(['Listing.itemId']).items).toEqual([]);
  expect(described(['Listing.title', 'Listing.brand', 'Listing.gtinAsListed'])).toMatchObject({ name: '', brand: null, gtins: [] });
});

it('finds codes in what is told of a hazard, and takes no day nor order number for one', () => {
  const told = { 'RiskInformation.hazardDescription': ['20260312 起火，条码6901234567892，订单 123456789013'] };
  expect(describedBy('RiskInformation', { id: 'risk-1', type: 'RiskInformation', values: told, stamps }, { rows: new Map(), reads: () => true }).gtins).toEqual(['6901234567892']);
});
