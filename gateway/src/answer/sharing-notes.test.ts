import { expect, it } from 'vitest';
import { SharingNotes } from './sharing-notes.js';

const fetch = { position: [], renamedKeys: new Map<string, string>() };
const refused = { coordinate: 'Shop.listingsOnSale', path: ['shops', 'nodes', 'listingsOnSale'], owner: 'platforms', terms: 'shopBusiness', code: 'SHARING_REPLICA_STALE', count: 3 };

it('hands on that an owner has not heard of the sharing desk lately, whichever of them it is, and says so of nothing else', () => {
  const notes = new SharingNotes();
  notes.add({ refused: [refused], stale: [{ owner: 'exchange' }] }, fetch, {});
  notes.add({ refused: [{ ...refused, coordinate: 'Lab.signatories' }] }, fetch, {});
  expect(notes.merged()).toMatchObject({ stale: [{ owner: 'exchange' }], refused: [{ code: 'SHARING_REPLICA_STALE' }, { coordinate: 'Lab.signatories' }] });
  const well = new SharingNotes();
  well.add({ refused: [refused], stale: [] }, fetch, {});
  expect(well.merged()).not.toHaveProperty('stale');
});
