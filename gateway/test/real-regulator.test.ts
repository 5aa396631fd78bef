import { setTimeout as delay } from 'node:timers/promises';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { holdAuditLog } from '@hub/kernel/testing/hold-audit-log.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegulatorDatabase } from '@hub/regulator/repository/database.js';
import { regulatorService } from '@hub/regulator/service.js';
import { sdl as centreSdl } from '@hub/schema/generated/monitoring-center.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { httpAudits } from './http-audits.js';
import { smallSubgraph, type SmallSubgraph } from './small-subgraph.js';

let regulator: SubgraphUnderTest<RegulatorDatabase>;
let centre: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  regulator = await subgraphUnderTest(regulatorService);
  const plans = await Promise.all([...Array<string>(4).fill('ISSUED'), 'DRAFT'].map((state, n) => plan(n + 1, state)));
  // The centre, played: monitoring data that leads to each plan, also to the draft that the centre may not see yet.
  centre = await smallSubgraph('monitoring-center', centreSdl, {
    Query: { monitoringDataList: () => ({ nodes: plans.map(({ id }) => ({ id, plan: { id } })) }) },
  });
  const real = { name: 'regulator', url: regulator.url, typeDefs: '' };
  const { dataDir } = regulator.environment;
  hub = await gatewayUnderTest([real, centre], { supergraph: supergraphSdl, dataDir, upstreamTimeout: 5_000 });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([regulator.close(), centre.close()]);
});

const plan = (n: number, state: string) =>
  regulator.database.monitoringPlan.create({
    data: {
      number: `JH-2026-00000${n}`,
      title: `计划 ${n}`,
      nature: 'RISK_MONITORING',
      reportIds: [],
      centerId: 'center',
      platformIds: [],
      products: [],
      deadline: new Date('2099-06-30T10:00:00Z'),
      feedbackWithin: 'P5D',
      budgetAmount: '50000.00',
      budgetCurrency: 'CNY',
      drafted: { userId: 'regulator-province.1', partyId: 'regulator-province', role: 'OFFICER', at: new Date().toISOString() },
      holder: 'regulator-province',
      concerned: ['center'],
      state,
      reached: state === 'DRAFT' ? ['DRAFT'] : ['DRAFT', state],
    },
  });

const ask = async (asker: Asker, query: string, language = 'en') =>
  hub.ask(query, { headers: { authorization: `Bearer ${await regulator.tokenOf(asker)}`, 'accept-language': language } });

describe('an answer', () => {
  it('is nobody’s to keep on the way, from the gateway and from an owner’s own port', async () => {
    for (const { url } of [hub, regulator]) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.token}` };
      const response = await fetch(new URL('/graphql', url), { method: 'POST', headers, body: JSON.stringify({ query: '{ __typename }' }) });
      expect([url, response.status, response.headers.get('cache-control')]).toEqual([url, 200, 'no-store']);
    }
  });
});

describe('the regulators’ terms, through the gateway', () => {
  const acrossOwners = '{ data: monitoringDataList { nodes { from: plan { title money: budget { amount } } } } }';
  const sampler = { identity: 'center', role: 'SAMPLER' };

  it('refuse a field once, at the client’s path, with the count of rows', async () => {
    const { data, errors, extensions } = await ask(sampler, acrossOwners);
    const seen = [1, 2, 3, 4].map((n) => ({ from: { title: `计划 ${n}`, money: null } }));
    expect(data).toEqual({ data: { nodes: [...seen, { from: null }] } });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('MonitoringPlan.budget is shared by regulator'),
        path: ['data', 'nodes', 0, 'from', 'money'],
        extensions: {
          code: 'SHARING_NOT_IN_AUDIENCE',
          coordinate: 'MonitoringPlan.budget',
          owner: 'regulator',
          terms: 'planBudget',
          clause: '3.1 a; 3.2 b',
          class: 'UNCONDITIONAL',
          holderKinds: ['REGULATOR'],
        },
      },
    ]);
    expect(extensions).toEqual({
      sharing: {
        refused: [expect.objectContaining({ coordinate: 'MonitoringPlan.budget', path: ['data', 'nodes', 'from', 'money'], count: 4 })],
        masked: [],
      },
    });
  });

  it('refuse in the caller’s language', async () => {
    const { errors } = await ask(sampler, acrossOwners, 'zh-CN');
    expect(errors?.[0]?.message).toContain('共享');
  });

  it('hide a row without a word', async () => {
    const answer = await ask({ identity: 'center', role: 'ANALYST' }, acrossOwners);
    expect(answer.data).toMatchObject({ data: { nodes: [{}, {}, {}, {}, { from: null }] } });
    expect(Object.keys(answer).sort()).toEqual(['data', 'status']);
  });

  it('deny a filter by what is not open, by its terms and in a note of their own at the list', async () => {
    const { data, errors, extensions } = await ask(sampler, '{ plans: monitoringPlans(filter: { hazardDegree: [HIGH] }) { totalCount } }');
    const terms = { coordinate: 'MonitoringPlan.hazardDegrees', owner: 'regulator', terms: 'planHazard', class: 'UNCONDITIONAL', clause: '3.1 b' };
    expect(data).toEqual({ plans: null });
    expect(errors).toMatchObject([{ path: ['plans'], extensions: { code: 'SHARING_FILTER_DENIED', argument: 'MonitoringPlanFilter.hazardDegree', holderKinds: ['REGULATOR'], ...terms } }]);
    expect(errors?.[0]?.extensions).not.toHaveProperty('apply');
    expect(extensions?.sharing?.refused).toMatchObject([{ code: 'SHARING_FILTER_DENIED', path: ['plans'], count: 1, ...terms }]);
  });

  it('deny an act to whom its terms do not name, and say of whom it is and by which clause', async () => {
    const { errors } = await ask(sampler, 'mutation { issueMonitoringPlan(items: [{ idempotencyKey: "a", planId: "b" }]) { outcomes { value { id } } } }');
    expect(errors).toMatchObject([{ path: ['issueMonitoringPlan'], extensions: { code: 'ACT_NOT_PERMITTED', act: 'issueMonitoringPlan', audience: ['REGULATOR OFFICER'], owner: 'regulator', clause: expect.any(String) as string } }]);
  });

  it('are for members: somebody who is none is told so once', async () => {
    const stranger = await mintUserToken(regulator.environment.dataDir, { userId: 'nobody', partyId: 'nowhere', role: 'OFFICER' });
    const answer = await hub.ask('{ a: monitoringPlans { totalCount } b: monitoringPlan(id: "x") { id } }', {
      headers: { authorization: `Bearer ${stranger}` },
    });
    expect(answer).toMatchObject({ status: 401, errors: [{ message: expect.stringContaining('no active member') }] });
    expect(answer).not.toHaveProperty('data');
  });

  it('pass what the client got wrong in a value as the owner said it', async () => {
    const { errors } = await ask('regulator-province', '{ monitoringPlans(first: 100000) { totalCount } }');
    expect(errors).toMatchObject([{ path: ['monitoringPlans'], extensions: { code: 'PAGE_SIZE_INVALID', owner: 'regulator' } }]);
  });
});

describe('GraphQL over HTTP at an owner’s own port, as its audit asks it: a server', () => {
  it.each(httpAudits(() => `${regulator.url}/graphql`, () => regulator.tokenOf('regulator-province')))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect({ ...result, response: undefined }).toMatchObject({ status: 'ok' });
  });
});

describe('an answer whose owner has not written its audit log yet (5.4.3 d)', () => {
  // The centre is asked about the plans that the regulator has answered.
  const query = '{ monitoringPlans(first: 1) { nodes { number workPlan { id } } } }';

  it('goes on to what rests on it, and waits at the gateway for all entries at once', async () => {
    const before = centre.received.length;
    await holdAuditLog(regulator.database, async (release) => {
      const asked = ask('regulator-province', query);
      await eventually(async () => centre.received.length, (count) => count > before);
      expect(await Promise.race([asked, delay(300, 'nothing yet')])).toBe('nothing yet');
      release();
      expect(await asked).toMatchObject({ status: 200, data: { monitoringPlans: { nodes: [{ workPlan: null }] } } });
    });
  });

  it('is waited for no longer than the operation may take, however long an owner may', async () => {
    const hasty = await gatewayUnderTest([{ name: 'regulator', url: regulator.url, typeDefs: '' }, centre], {
      ...{ supergraph: supergraphSdl, dataDir: regulator.environment.dataDir, upstreamTimeout: 10_000, limits: { LIMIT_TIME_MS: 800 } },
    });
    try {
      await holdAuditLog(regulator.database, async () => {
        const began = performance.now();
        const answer = await hasty.ask(query, { headers: { authorization: `Bearer ${await regulator.tokenOf('regulator-province')}` } });
        expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
        expect(answer).not.toHaveProperty('data');
        expect(performance.now() - began).toBeLessThan(4_000);
      });
    } finally {
      await hasty.close();
    }
  });

  it('does not leave where the entry cannot be written', async () => {
    await regulator.database.$executeRawUnsafe('ALTER TABLE kernel.audit_arrival RENAME TO audit_gone');
    const answer = await ask('regulator-province', query);
    await regulator.database.$executeRawUnsafe('ALTER TABLE kernel.audit_gone RENAME TO audit_arrival');
    expect(answer).toEqual({ status: 503, errors: [{ message: expect.stringContaining('audit log') as string, extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
    expect((await ask('regulator-province', query)).status).toBe(200);
  });
});
