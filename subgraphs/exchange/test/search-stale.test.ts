import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playSearchedOwners } from './searched-owners.js';
import { sharingDesk, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk({ SEARCH_LOOK_SECONDS: '0.1' });
  playSearchedOwners(desk.hub, new Map());
  await eventually(() => desk.hub.database.searchTerms.findMany({ distinct: ['owner'] }), (owners) => owners.length === 3);
});
afterAll(() => desk.hub.close());

const center = { identity: 'center', role: 'ANALYST' } as const;
/** What a question is told to be stale, by owner; when each was heard last is told with it. */
const staleOf = async (query: string) => {
  const { errors, extensions } = await desk.hub.ask(center, query);
  expect(errors).toBeUndefined();
  return (extensions?.sharing as { stale?: { owner: string; asOf?: string }[] } | undefined)?.stale;
};
const reports = '{ search(text: "power", criteria: { type: [INSPECTION_REPORT] }) { totalCount } }';
const all = '{ search(text: "power") { totalCount } }';
const listings = '{ matchingListings(product: { name: "power bank" }) { score } }';

describe('what is found among copies of what owners have (时效, 5.4.3 b)', () => {
  it('says of which owner nothing was heard for longer than the terms allow, and since when, and of nothing else', async () => {
    for (const query of [reports, all, listings]) expect(await staleOf(query)).toBeUndefined();
    await desk.hub.logOf('labs').close();
    await desk.hub.database.$executeRaw`UPDATE kernel.inbox_cursor SET heard_at = now() - interval '4 minutes' WHERE source = 'labs'`;
    expect(await staleOf(reports)).toBeUndefined();
    await desk.hub.database.$executeRaw`UPDATE kernel.inbox_cursor SET heard_at = now() - interval '10 minutes' WHERE source = 'labs'`;
    const [told] = (await staleOf(reports)) ?? [];
    expect(told?.owner).toBe('labs');
    const heardAgo = Date.now() - Date.parse(told?.asOf ?? '');
    expect(heardAgo).toBeGreaterThan(9 * 60_000);
    expect(heardAgo).toBeLessThan(12 * 60_000);
    expect(await staleOf(all)).toEqual([told]);
    // Of listings the labs say nothing.
    expect(await staleOf(listings)).toBeUndefined();
  });
});
