import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '@hub/kernel/audit/audit-entry.js';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase, ExchangeTransaction } from '../src/repository/database.js';
import { releaseAccessRecords } from '../src/repository/release-access-records.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

const auditor = 'auditor';
let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  // What is read is shown as soon as the logs of plans and commissions have been heard, so that tests need not wait for a minute.
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { EMBARGO_SETTLING_SECONDS: '0.1', EMBARGO_LOOK_SECONDS: '0.1' } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const selections = { listing: ['Listing.gtin', 'Listing.title', 'Merchant.name', 'Query.listings'] };
const parties: Readonly<Record<string, string>> = { center: 'MONITORING_CENTER', 'regulator-province': 'REGULATOR', 'regulator-city': 'REGULATOR', 'lab-1': 'LAB', 'lab-2': 'LAB', 'platform-1': 'PLATFORM', 'department-1': 'DEPARTMENT' };
let told = 0;

/** An owner tells that a party has read rows of holders; gives the request's name, by which the auditor finds it. */
async function read(party: string, rows: AuditEntry['rows'], more: Partial<AuditEntry> = {}): Promise<string> {
  const request = `request-${(told += 1)}`;
  hub.logOf('platforms').seal(
    [{
      id: randomUUID(), at: new Date().toISOString(), owner: 'platforms', user: `${party}.1`, party, kind: parties[party] ?? '', role: 'OFFICER', onBehalfOf: null, purpose: 'SUPERVISION', request,
      operation: { name: null, kind: 'query', document: 'sha-256:0' }, selection: 'listing', ...(rows && { rows }), ...more,
    }],
    selections,
  );
  await eventually(() => hub.database.accessRecord.count({ where: { request } }), (count) => count > 0);
  return request;
}

const fields = 'id at partyId role purpose kind rows { type count } coordinates filteredBy refused { coordinate code count } state';
interface Records {
  accessRecords: { totalCount: number; nodes: Record<string, unknown>[]; pageInfo: { startCursor: string | null; endCursor: string | null; hasNextPage: boolean } } | null;
}
const listed = async (asker: Asker, variables: object = {}, more = '') => {
  const query = `query ($first: Int, $after: String, $filter: AccessRecordFilter) { accessRecords(first: $first, after: $after, filter: $filter) {
    totalCount nodes { ${fields} ${more} } pageInfo { startCursor endCursor hasNextPage } } }`;
  const answer = await hub.ask<Records>(asker, query, variables);
  if (!answer.data.accessRecords) throw new Error(JSON.stringify(answer.errors));
  return answer.data.accessRecords;
};
const shownTo = (asker: Asker, request: string) =>
  eventually(() => hub.database.accessRecord.findFirst({ where: { request, state: 'SHOWN' } }), (row) => row !== null).then(() => listed(asker));

/** The regulator tells of a plan or a case. */
const say = async (kind: string, subjectId: string, parties: readonly string[], owner = 'regulator') => {
  const [holder = '', ...concerned] = parties;
  hub.logOf(owner).say({ kind, subjectType: 'Thing', subjectId, stamps: { holder, concerned }, payload: null });
  await eventually(() => hub.database.exchangeEvent.count({ where: { kind, subjectId } }), (count) => count > 0);
};
/** Waits until what may be shown of all reads so far is shown: one that nothing hides was later, and is shown. */
async function looked(): Promise<void> {
  const request = await read('regulator-city', { somebody: { Listing: 1 } });
  await eventually(() => hub.database.accessRecord.findFirst({ where: { request, state: 'SHOWN' } }), (row) => row !== null);
}

describe('a holder reads who read its data (5.4.3 d)', () => {
  it('each its own part of an operation, and nothing of the others', async () => {
    const rows = { 'platform-1': { Listing: 3, Merchant: 1 }, 'platform-2': { Listing: 40 } };
    const refused = { 'Merchant.contactPhone SHARING_NOT_SHARED': { 'platform-1': 1 } };
    await read('department-1', rows, { refused, filters: ['Listing.brand', 'Shop.name'] });
    const first = await listed('platform-1');
    expect(first).toMatchObject({
      totalCount: 1,
      nodes: [{
        partyId: 'department-1', role: 'OFFICER', purpose: 'SUPERVISION', kind: 'READ', state: 'SHOWN',
        rows: [{ type: 'Listing', count: 3 }, { type: 'Merchant', count: 1 }],
        coordinates: ['Listing.gtin', 'Listing.title', 'Merchant.name'],
        filteredBy: ['Listing.brand'],
        refused: [{ coordinate: 'Merchant.contactPhone', code: 'SHARING_NOT_SHARED', count: 1 }],
      }],
    });
    const second = await listed('platform-2');
    expect(second).toMatchObject({ totalCount: 1, nodes: [{ rows: [{ type: 'Listing', count: 40 }], coordinates: ['Listing.gtin', 'Listing.title'], refused: [] }] });
    expect(second.nodes[0]?.['id']).not.toBe(first.nodes[0]?.['id']);
    expect(await listed('merchant-1')).toMatchObject({ totalCount: 0 });
  });

  it('and neither the user nor the place in the owner’s log, which are the auditor’s', async () => {
    const inside = 'user position entry request holderId acts { act }';
    const answer = await hub.ask('platform-1', `{ accessRecords(first: 1) { nodes { ${inside} } } }`);
    expect(answer.data).toEqual({ accessRecords: { nodes: [{ user: null, position: null, entry: null, request: null, holderId: null, acts: null }] } });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(6).fill('SHARING_NOT_SHARED'));
    expect((await listed(auditor, { filter: { partyId: ['department-1'] } }, inside)).nodes[0]).toMatchObject({ user: 'department-1.1', position: '1', holderId: expect.stringMatching(/^platform-/) });
  });

  it('the auditor all, also what touched nobody’s rows, by party, type, coordinate, time, and what was refused', async () => {
    const request = await read('lab-1', undefined, { errors: ['SHARING_NOT_IN_AUDIENCE'] });
    expect(await listed(auditor, { filter: { request } }, 'holderId')).toMatchObject({ totalCount: 1, nodes: [{ holderId: null, coordinates: selections.listing }] });
    const count = async (filter: object) => (await listed(auditor, { filter })).totalCount;
    expect(await count({ partyId: ['department-1'] })).toBe(2);
    expect(await count({ partyId: ['department-1'], refused: true })).toBe(1);
    expect(await count({ type: ['Merchant'] })).toBe(1);
    expect(await count({ coordinate: 'Merchant.name' })).toBe(1);
    expect(await count({ coordinate: 'Listing.gtin', holderId: ['platform-2'] })).toBe(1);
    expect(await count({ until: new Date(Date.now() - 3_600_000).toISOString() })).toBe(0);
    expect(await hub.ask('platform-1', '{ accessRecords(filter: { holderId: ["platform-2"] }) { totalCount } }')).toMatchObject({ errors: [{ extensions: { code: 'SHARING_FILTER_DENIED' } }] });
    expect((await hub.ask({ identity: 'center', role: 'ANALYST' }, '{ accessRecords { totalCount } }')).errors?.[0]?.extensions.code).toBe('SHARING_NOT_IN_AUDIENCE');
  });
});

describe('reads for an open plan or case (5.2.2)', () => {
  it('show nothing to the holder, not a count, a cursor or a gap, until the plan ends; then all at once', async () => {
    const before = await listed('platform-1');
    await say('MonitoringPlanDrafted', 'plan-1', ['regulator-province', 'center']);
    await say('MonitoringPlanIssued', 'plan-1', ['regulator-province', 'center']);
    const requests = [
      await read('center', { 'platform-1': { Listing: 5 } }),
      await read('regulator-province', { 'platform-1': { Listing: 1 } }),
    ];
    // One that is no reader of plans shows at once, beside those that are hidden.
    await read('department-1', { 'platform-1': { Listing: 2 } });
    await looked();
    const during = await listed('platform-1');
    expect(during.totalCount).toBe(before.totalCount + 1);
    expect(during.nodes.map(({ partyId }) => partyId)).toEqual(['department-1', 'department-1']);
    expect(await listed('platform-1', { filter: { partyId: ['center'] } })).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { startCursor: null, endCursor: null, hasNextPage: false } });
    expect(await listed('platform-1', { first: 1 })).toMatchObject({ pageInfo: { hasNextPage: true } });
    expect(await listed('platform-1', { first: 2 })).toMatchObject({ pageInfo: { hasNextPage: false } });
    const hidden = await listed(auditor, { filter: { request: requests[0] } });
    expect(hidden).toMatchObject({ nodes: [{ state: 'EMBARGOED' }] });
    const byId = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AccessRecord { at } } }';
    expect(await hub.ask('platform-1', byId, { representations: [{ __typename: 'AccessRecord', id: hidden.nodes[0]?.['id'] }] })).toMatchObject({ data: { _entities: [null] } });
    // A cursor of a hidden row is refused like one of no row.
    const { pageInfo } = await listed(auditor, { filter: { request: requests[0] } });
    expect((await hub.ask('platform-1', 'query ($after: String) { accessRecords(after: $after) { totalCount } }', { after: pageInfo.endCursor })).errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');

    await say('MonitoringPlanCompleted', 'plan-1', ['regulator-province', 'center']);
    for (const request of requests) await shownTo('platform-1', request);
    expect((await listed('platform-1')).nodes.map(({ partyId, state }) => [partyId, state])).toEqual([
      ['department-1', 'SHOWN'], ['regulator-province', 'SHOWN'], ['center', 'SHOWN'], ['department-1', 'SHOWN'],
    ]);
  });

  it('wait for each plan and case that had begun before the read, and for none that began after it', async () => {
    await say('MonitoringPlanDrafted', 'plan-2', ['regulator-province', 'center']);
    await say('HazardHandlingOpened', 'case-1', ['regulator-province', 'center']);
    const request = await read('regulator-province', { 'platform-2': { Listing: 1 } });
    await say('MonitoringPlanDrafted', 'plan-3', ['regulator-province', 'center']);
    await say('MonitoringPlanCancelled', 'plan-2', ['regulator-province', 'center']);
    await looked();
    expect(await listed('platform-2', { filter: { partyId: ['regulator-province'] } })).toMatchObject({ totalCount: 0 });
    await say('HazardHandlingClosed', 'case-1', ['regulator-province', 'center']);
    await shownTo('platform-2', request);
    expect(await listed('platform-2', { filter: { partyId: ['regulator-province'] } })).toMatchObject({ totalCount: 1 });
    await say('MonitoringPlanCancelled', 'plan-3', ['regulator-province', 'center']);
  });

  it('of another regulator hide nothing, and of a centre they hide what its labs read', async () => {
    await say('InspectionCommissioned', 'commission-1', ['center', 'regulator-province', 'lab-1'], 'monitoring-center');
    await say('MonitoringPlanDrafted', 'plan-4', ['regulator-province', 'center']);
    const commissioned = await read('lab-1', { 'platform-1': { Listing: 1 } });
    const others = [await read('regulator-city', { 'platform-1': { Listing: 1 } }), await read('lab-2', { 'platform-1': { Listing: 1 } })];
    for (const request of others) await shownTo('platform-1', request);
    expect(await listed('platform-1', { filter: { partyId: ['lab-1'] } })).toMatchObject({ totalCount: 0 });
    await say('MonitoringPlanCancelled', 'plan-4', ['regulator-province', 'center']);
    await shownTo('platform-1', commissioned);
  });

  it('hide nothing from those who are in it, and nobody’s own reads', async () => {
    await say('MonitoringPlanDrafted', 'plan-5', ['regulator-province', 'center']);
    const count = async (asker: Asker) => (await listed(asker)).totalCount;
    const signatory = { identity: 'lab-1', role: 'SIGNATORY' };
    const [lab, steward] = [await count(signatory), await count('steward')];
    await read('center', { 'lab-1': { InspectionReport: 1 }, center: { Sample: 2 } });
    expect([await count(signatory), await count('steward')]).toEqual([lab + 1, steward]);
    await say('MonitoringPlanCancelled', 'plan-5', ['regulator-province', 'center']);
  });

  it('hide what was read since a plan was drafted, also once it is issued', async () => {
    await say('MonitoringPlanDrafted', 'plan-7', ['regulator-province', 'center']);
    const request = await read('center', { 'platform-2': { Listing: 1 } });
    await say('MonitoringPlanIssued', 'plan-7', ['regulator-province', 'center']);
    await looked();
    expect(await listed('platform-2', { filter: { partyId: ['center'] } })).toMatchObject({ totalCount: 0 });
    await say('MonitoringPlanCancelled', 'plan-7', ['regulator-province', 'center']);
    await shownTo('platform-2', request);
  });

  it('hide nothing any more where they had ended before', async () => {
    await say('MonitoringPlanDrafted', 'plan-6', ['regulator-province', 'center']);
    await say('MonitoringPlanCancelled', 'plan-6', ['regulator-province', 'center']);
    await say('MonitoringPlanIssued', 'plan-6', ['regulator-province', 'center']);
    await shownTo('platform-1', await read('center', { 'platform-1': { Listing: 1 } }));
  });

  it('are shown no sooner than everything has been heard of their time, from the owners of plans and of commissions', async () => {
    const undone = new Error('undone');
    const stateAfter = async (tx: ExchangeTransaction, settling: number) => {
      await releaseAccessRecords(tx, settling);
      return (await tx.accessRecord.findUniqueOrThrow({ where: { id: 'half a minute ago' } })).state;
    };
    const tried = hub.database.$transaction(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO kernel.inbox_cursor (source, epoch, position, heard_at) SELECT source, gen_random_uuid(), 0, now() FROM unnest('{regulator,monitoring-center}'::text[]) source
        ON CONFLICT (source) DO UPDATE SET heard_at = excluded.heard_at`;
      await tx.$executeRaw`INSERT INTO access_selection VALUES ('of half a minute ago', '{Listing.gtin}')`;
      await tx.$executeRaw`
        INSERT INTO access_record (id, owner, at, user_id, party_id, role, kind, request, position, entry, rows, types, filtered_by, refused, is_refused, acts, selection, holder, concerned, state, reached)
        SELECT 'half a minute ago', 'platforms', now() - interval '30 seconds', 'somebody', 'lab-2', 'OFFICER', 'READ', 'a request', 1000001, 'an entry', '{"Listing": 1}', '{Listing}', '{}', '{}', false, '{}', 'of half a minute ago',
          'platform-1', '{}', 'EMBARGOED', '{EMBARGOED}'`;
      expect(await stateAfter(tx, 60)).toBe('EMBARGOED');
      await tx.$executeRaw`CREATE TEMP TABLE heard ON COMMIT DROP AS SELECT * FROM kernel.inbox_cursor`;
      for (const source of ['regulator', 'monitoring-center']) {
        await tx.$executeRaw`DELETE FROM kernel.inbox_cursor WHERE source = ${source}`;
        expect(await stateAfter(tx, 10), source).toBe('EMBARGOED');
        await tx.$executeRaw`INSERT INTO kernel.inbox_cursor SELECT * FROM heard WHERE source = ${source}`;
      }
      expect(await stateAfter(tx, 10)).toBe('SHOWN');
      throw undone;
    });
    await expect(tried).rejects.toBe(undone);
  });

  it('are not events: the feed tells nothing of them', async () => {
    expect(await hub.database.exchangeEvent.count({ where: { kind: 'AuditSealed' } })).toBe(0);
  });
});

describe('the exchange is the witness of audit logs', () => {
  const witness = () => hub.database.auditWitness.findUniqueOrThrow({ where: { owner: 'labs' } });
  const entry = (): AuditEntry => ({
    id: randomUUID(), at: new Date().toISOString(), owner: 'labs', user: 'u', party: 'center', kind: 'MONITORING_CENTER', role: 'ANALYST', onBehalfOf: null, purpose: null,
    operation: { name: null, kind: 'query', document: 'sha-256:0' }, selection: 'listing',
  });

  it('and takes no other history behind what it was told', async () => {
    const log = hub.logOf('labs');
    log.seal([entry(), entry()], selections);
    await eventually(() => hub.database.auditWitness.count({ where: { owner: 'labs', position: 2 } }), (count) => count === 1);
    log.seal([entry()], selections);
    await eventually(witness, ({ position }) => position === 3n);
    log.seal([entry()], selections, { previous: 'another history' });
    const broken = await eventually(witness, ({ brokenAt }) => brokenAt !== null);
    log.seal([entry()], selections);
    await eventually(() => hub.database.accessRecord.count({ where: { owner: 'labs' } }), (count) => count === 5);
    expect(await witness()).toEqual(broken);
    expect(broken).toMatchObject({ position: 3n, hash: 'hash 3' });
  });
});

describe('among the reads of years', () => {
  beforeAll(async () => {
    await hub.database.$executeRawUnsafe(`INSERT INTO access_selection SELECT 'old ' || n, ARRAY['Listing.field' || n] FROM generate_series(1, 500) n`);
    await hub.database.$executeRawUnsafe(`
      INSERT INTO access_record (id, owner, at, user_id, party_id, role, kind, request, position, entry, rows, types, filtered_by, refused, is_refused, acts, selection, holder, concerned, state, reached)
      SELECT 'old ' || n, 'platforms', now() - n * interval '1 minute', 'somebody', 'reader-' || n % 300, 'OFFICER', 'READ', 'old request ' || n / 5, n, 'entry ' || n, '{"Listing": 1}', '{Listing}', '{}', '{}', n % 50 = 0, '{}',
        'old ' || 1 + n % 500, 'holder-' || n % 400, '{}', 'SHOWN', '{SHOWN}'
      FROM generate_series(1, 20000) n`);
    await hub.database.$executeRawUnsafe('VACUUM ANALYZE access_record');
  });

  const since = new Date(Date.now() - 86_400_000).toISOString();
  it.each<[who: string, asker: Asker, filter: object]>([
    ['the auditor: the latest', auditor, {}],
    ['the auditor: of one reader', auditor, { partyId: ['reader-7'] }],
    ['the auditor: of one holder', auditor, { holderId: ['holder-7'] }],
    ['the auditor: of one request', auditor, { request: 'old request 7' }],
    ['the auditor: of one field', auditor, { coordinate: 'Listing.field7' }],
    ['the auditor: of one day', auditor, { since }],
    ['a holder: its own', 'platform-1', {}],
    ['a holder: of one reader', 'platform-1', { partyId: ['reader-7'] }],
  ])('a page is found by an index, and so is the one behind it, for %s', async (_who, asker, filter) => {
    const { statements } = await recordStatements(async () => {
      const { nodes, pageInfo } = await listed(asker, { first: 5, filter });
      if (nodes.length > 0) await listed(asker, { first: 5, after: pageInfo.endCursor, filter });
    });
    const asked = [...new Set(statements.map(({ sql }) => sql))].filter((sql) => /^SELECT .*"access_record"/s.test(sql) && !sql.includes('COUNT('));
    expect(asked.length).toBeGreaterThan(0);
    for (const sql of asked) {
      const plan = await hub.database.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN (GENERIC_PLAN) ${sql}`);
      const lines = plan.map((row) => Object.values(row).join());
      expect(lines.filter((line) => line.includes('Seq Scan on access_record')), `${sql}\n${lines.join('\n')}`).toEqual([]);
    }
  });
});
