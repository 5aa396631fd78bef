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

it('tells of an owner that two answers speak of how little one of them has heard of it, and nothing of what it does not know', () => {
  const notes = new SharingNotes();
  const heard = (asOf?: string) => notes.add({ stale: [{ owner: 'labs', ...(asOf && { asOf }) }] }, fetch, {});
  heard('2026-03-01T08:00:00.000Z');
  heard('2026-03-01T05:00:00.000Z');
  heard('2026-03-01T07:00:00.000Z');
  expect(notes.merged()?.stale).toEqual([{ owner: 'labs', asOf: '2026-03-01T05:00:00.000Z' }]);
  heard();
  heard('2026-03-01T07:00:00.000Z');
  expect(notes.merged()?.stale).toEqual([{ owner: 'labs' }]);
  // An owner of another build, in a roll-out: what it says otherwise of staleness costs none of its notes.
  const other = new SharingNotes();
  other.add({ refused: [refused], stale: true }, fetch, {});
  expect(other.merged()).toMatchObject({ refused: [{ coordinate: 'Shop.listingsOnSale' }] });
});
