import { fileURLToPath } from 'node:url';
import { auditEntries, selectionOf } from '@hub/kernel/testing/audit-entries.js';
import { SubgraphProcesses } from '@hub/kernel/testing/subgraph-processes.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
const processes = new SubgraphProcesses(fileURLToPath(new URL('../dist/main.js', import.meta.url)));
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(async () => {
  await processes.killAll();
  await hub.close();
});

const last = async () => (await auditEntries(hub.database)).at(-1);

describe('what is read of shared data is in the owner’s audit log (5.4.3 d)', () => {
  it('with who read it, for which party, in which role, why, which coordinates, and rows by type and holder', async () => {
    const before = new Date();
    const query = 'query Catalogue { listings(first: 3, filter: { brand: "a" }) { totalCount nodes { title platform { website } } } }';
    const answer = await hub.ask('center', query, {}, { 'x-hub-purpose': 'SUPERVISION', 'x-request-id': 'request-1' });
    expect(answer.errors).toBeUndefined();
    const entry = await last();
    expect(entry).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      at: expect.any(String),
      owner: 'platforms', user: 'center.1', party: 'center', kind: 'MONITORING_CENTER', role: 'ANALYST', onBehalfOf: null, purpose: 'SUPERVISION',
      request: 'request-1',
      operation: { name: 'Catalogue', kind: 'query', document: expect.stringMatching(/^sha-256:/) },
      selection: expect.stringMatching(/^sha-256:/),
      filters: ['Listing.brand'],
      rows: { 'platform-1': { Listing: 3, Platform: 1 } },
    });
    expect(new Date(entry?.at ?? 0).getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(await selectionOf(hub.database, entry!)).toEqual([
      'Listing.platform', 'Listing.title', 'ListingConnection.nodes', 'ListingConnection.totalCount', 'Platform.website', 'Query.listings',
    ]);
  });

  it('with what was refused, how often and on whose rows', async () => {
    const answer = await hub.ask('center', '{ merchants(first: 2) { nodes { name contactPhone } } }');
    expect(answer.errors).toHaveLength(1);
    const code = answer.errors?.[0]?.extensions.code;
    expect(await last()).toMatchObject({
      rows: { 'platform-1': { Merchant: 1 } },
      refused: { [`Merchant.contactPhone ${code}`]: { 'platform-1': 1 } },
      errors: [code],
    });
  });

  it('also where nothing was there: by id, by reference of another owner, by a filter that is closed', async () => {
    await hub.ask('platform-2', '{ listing(id: "nothing") { title } }');
    expect(await last()).toMatchObject({ party: 'platform-2', operation: { kind: 'query' } });
    await hub.ask('center', 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Listing { gtin } } }', {
      representations: [{ __typename: 'Listing', id: 'nothing' }],
    });
    const entry = await last();
    expect(entry).not.toHaveProperty('rows');
    expect(await selectionOf(hub.database, entry!)).toEqual(['Listing.gtin', 'Query._entities']);
  });

  it('without what @skip and @include left out', async () => {
    const query = 'query ($with: Boolean!) { listings(first: 1) { nodes { id ...more @include(if: $with) } } } fragment more on Listing { gtin }';
    await hub.ask('center', query, { with: false });
    expect(await selectionOf(hub.database, (await last())!)).not.toContain('Listing.gtin');
    await hub.ask('center', query, { with: true });
    expect(await selectionOf(hub.database, (await last())!)).toContain('Listing.gtin');
  });

  it('also where a variable of theirs takes its default, or has no value that may be', async () => {
    const query = 'query ($with: Boolean = false) { listings(first: 1) { nodes { id gtin @include(if: $with) } } }';
    const { data, errors } = await hub.ask('center', query);
    expect([data?.['listings'], errors]).toEqual([{ nodes: [{ id: expect.anything() as string }] }, undefined]);
    expect(await selectionOf(hub.database, (await last())!)).not.toContain('Listing.gtin');
    const refused = await hub.ask('center', query, { with: null });
    expect(refused.errors?.map(({ extensions }) => extensions?.['code'])).not.toContain('AUDIT_UNAVAILABLE');
    expect(await selectionOf(hub.database, (await last())!)).toContain('Listing.gtin');
  });

  it('but nothing of the schema, which is open', async () => {
    const before = (await auditEntries(hub.database)).length;
    await hub.ask('center', '{ __schema { queryType { name } } _service { sdl } __typename }');
    expect(await auditEntries(hub.database)).toHaveLength(before);
  });

  it('in few bytes, however many rows are read', async () => {
    await hub.ask('center', '{ listings(first: 100) { totalCount pageInfo { endCursor } nodes { id itemId title brand gtin gtinAsListed listedOn state shop { id name merchant { id name } } } } }');
    expect(JSON.stringify(await last()).length).toBeLessThan(700);
  });
});

describe('an answer leaves when its entry is on the disk', () => {
  it('so that a process killed as the answer arrives has lost none', async () => {
    const { child, url } = await processes.start(hub.environment);
    const authorization = `Bearer ${await hub.tokenOf('center')}`;
    const answered: number[] = [];
    const asking = Array.from({ length: 8 }, async (_each, lane) => {
      for (let number = lane; answered.length < 40; number += 8) {
        const answer = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization, 'x-request-id': `killed-${number}` },
          body: JSON.stringify({ query: '{ listings(first: 1) { nodes { id } } }' }),
        });
        await answer.json();
        answered.push(number);
        if (answered.length === 40) child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(asking);
    expect(answered.length).toBeGreaterThanOrEqual(40);
    const kept = new Set((await auditEntries(hub.database)).map((entry) => entry.request));
    expect(answered.filter((number) => !kept.has(`killed-${number}`))).toEqual([]);
  });

  it('and where it cannot be written, nothing leaves but what to do', async () => {
    await hub.database.$executeRawUnsafe('ALTER TABLE kernel.audit_arrival RENAME TO audit_gone');
    const answer = await hub.ask('center', '{ listings(first: 1) { nodes { id } } }');
    await hub.database.$executeRawUnsafe('ALTER TABLE kernel.audit_gone RENAME TO audit_arrival');
    expect(answer).toEqual({ status: 503, errors: [{ message: expect.stringContaining('audit log'), extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
    expect((await hub.ask('center', '{ listings(first: 1) { nodes { id } } }')).status).toBe(200);
  });
});
