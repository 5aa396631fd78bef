import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { mintServiceToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstDayOf } from '../src/domain/usage-window.js';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { pruneUsage } from '../src/repository/usage-upkeep.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
let gateway: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
  gateway = await mintServiceToken(hub.environment.dataDir, 'gateway', '1h');
});
afterAll(() => hub.close());

const today = dayInShanghai(new Date());
const ago = (days: number) => firstDayOf(days + 1, today);
const hash = (digit: string) => digit.repeat(64);
const operation = (digit: string, name: string, coordinates: string[]) => ({ hash: hash(digit), name, kind: 'query', signature: `query ${name}{…}`, coordinates });
const use = (digit: string, partyId: string, requests: number, day = today) => ({ day, operation: hash(digit), partyId, client: 'desk', requests });
const labs = operation('a', 'Labs', ['Lab', 'Lab.cma', 'Query', 'Query.labs']);
const labPlaces = operation('b', 'Places', ['Lab', 'Lab.scope', 'Query', 'Query.labs']);

interface Report {
  readonly id?: string;
  readonly operations?: readonly object[];
  readonly uses?: readonly object[];
  readonly unrecorded?: number;
}

async function send(method: string, path: string, token: string, body?: object) {
  const response = await fetch(new URL(path, hub.url), {
    method,
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { readonly errors?: readonly { extensions: { code: string } }[] } };
}
const report = (given: Report, token = gateway) => send('POST', '/registry/usage', token, { id: randomUUID(), operations: [], uses: [], unrecorded: 0, ...given });
const asSteward = async (method: string, path: string, body?: object) => send(method, path, await hub.tokenOf('steward'), body);
const requestsOf = async (coordinate: string) => ((await asSteward('GET', `/registry/usage?coordinate=${coordinate}`)).body as unknown as { requests: number }[]).reduce((sum, { requests }) => sum + requests, 0);

describe('a report of a gateway', () => {
  it('is taken from gateways alone', async () => {
    for (const token of [await hub.tokenOf('steward'), await hub.tokenOf('center'), await mintServiceToken(hub.environment.dataDir, 'labs', '1h')]) {
      expect((await report({}, token)).status).toBe(403);
    }
    expect((await report({ uses: [{ ...use('a', 'lab-1', 1), day: 'yesterday' }] })).status).toBe(400);
  });

  it('is added up, and once however often it comes', async () => {
    const first = { id: randomUUID(), operations: [labs], uses: [use('a', 'lab-1', 3), use('a', 'center', 4)] };
    for (let time = 0; time < 3; time += 1) expect(await report(first)).toMatchObject({ status: 200, body: { unknownOperations: [] } });
    await report({ uses: [use('a', 'lab-1', 5)] });
    expect(await requestsOf('Lab.cma')).toBe(12);
  });

  it('of an operation that nobody has described is not taken at all, and says which', async () => {
    const unknown = { id: randomUUID(), uses: [use('a', 'lab-1', 1), use('b', 'lab-1', 1)] };
    expect((await report(unknown)).body).toEqual({ unknownOperations: [hash('b')] });
    expect(await requestsOf('Lab.cma')).toBe(12);
    expect((await report({ ...unknown, operations: [labPlaces] })).body).toEqual({ unknownOperations: [] });
    expect(await requestsOf('Lab.cma')).toBe(13);
  });
});

describe('what was used', () => {
  it('is told apart as a data steward asks, and summed over the rest', async () => {
    const { data } = await hub.ask<{ fieldUsage: object[] }>({ identity: 'steward', role: 'DATA_STEWARD' }, '{ fieldUsage(by: [OPERATION, PARTY, DAY], coordinates: ["Lab.cma"]) { coordinate operation partyId client day requests } }');
    expect(data?.fieldUsage).toEqual([
      { coordinate: null, operation: 'Labs', partyId: 'lab-1', client: null, day: today, requests: 9 },
      { coordinate: null, operation: 'Labs', partyId: 'center', client: null, day: today, requests: 4 },
    ]);
  });

  it('is nobody else’s to know, for who asks what tells of plans and purchases', async () => {
    for (const [identity, role] of [['center', 'ANALYST'], ['regulator-province', 'OFFICER'], ['lab-1', 'TECHNICIAN'], ['platform-1', 'OFFICER']] as const) {
      const { data, errors } = await hub.ask({ identity, role }, '{ fieldUsage { requests } schemaUsage(subgraph: "labs") { since } }');
      expect([identity, data]).toEqual([identity, { fieldUsage: null, schemaUsage: null }]);
      expect(errors?.map(({ extensions }) => extensions['coordinate']).sort()).toEqual(['Query.fieldUsage', 'Query.schemaUsage']);
    }
  });

  it('of a subgraph is told field by field, what is unused too; an owner’s build is told which were used in the days by which changes are judged, and no numbers', async () => {
    const issued = await asSteward('POST', '/registry/tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    const build = String(issued.body['token']);
    const { body } = await asSteward('GET', '/registry/usage?subgraph=labs');
    const fields = body['fields'] as { coordinate: string; requests: number; operations: number; parties: number }[];
    expect(body).toMatchObject({ subgraph: 'labs', since: ago(29), recordedSince: today, unrecorded: 0, unreportedDays: 0, silentGatewayDays: 0 });
    expect(fields.find(({ coordinate }) => coordinate === 'Query.labs')).toMatchObject({ requests: 14, operations: 2, parties: 2 });
    const told = (await send('GET', '/registry/usage?subgraph=labs&days=1', build)).body;
    expect(told).toEqual({ subgraph: 'labs', since: ago(29), recordedSince: today, allRecorded: true, fields: fields.map(({ coordinate, requests }) => ({ coordinate, deprecationReason: null, used: requests > 0 })) });
    const unused = (await send('GET', '/registry/usage?subgraph=labs&show=UNUSED', build)).body['fields'] as typeof fields;
    expect(unused.length).toBe(fields.filter(({ requests }) => requests === 0).length);
    expect((await send('GET', '/registry/usage?subgraph=labs&show=DEPRECATED_AND_USED', build)).body['fields']).toEqual([]);
    for (const path of ['/registry/usage?subgraph=platforms', '/registry/usage?coordinate=Lab.cma']) {
      expect((await send('GET', path, build)).body.errors?.[0]?.extensions.code).toBe('REGISTRY_TOKEN_ELSEWHERE');
    }
  });

  it('of no subgraph, or of days that are none, is refused', async () => {
    expect((await asSteward('GET', '/registry/usage?subgraph=nobody')).status).toBe(404);
    const { errors } = await hub.ask({ identity: 'steward', role: 'DATA_STEWARD' }, '{ fieldUsage(days: 0) { requests } }');
    expect(errors?.[0]?.extensions.code).toBe('VALUE_INVALID');
  });
});

describe('what breaks clients', () => {
  const labsSdl = builtSchemas['labs'] ?? '';
  const withFormer = `${labsSdl}\n\nextend type Query { "曾用字段 (5.4.3 c)" former: String @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL) }`;
  const coordinate = 'Query.former';
  const check = async (sdl: string, token?: string) => {
    const { body } = await send('POST', '/registry/checks', token ?? (await hub.tokenOf('steward')), { subgraph: 'labs', sdl });
    const findings = body['findings'] as { kind: string; severity: string; coordinate: string; message: string }[];
    return { status: body['status'], affected: body['affected'] as object[] | null, breaking: findings.filter(({ kind }) => kind === 'BREAKING') };
  };

  /** What is told of how whole the usage is: to a steward, and to the owner's build. */
  const known = async (days = 30) => {
    const document = 'query ($days: Int!) { schemaUsage(subgraph: "labs", days: $days) { recordedSince unrecorded unreportedDays silentGatewayDays } }';
    const { data } = await hub.ask<{ schemaUsage: { recordedSince: string; unreportedDays: number; silentGatewayDays: number } }>({ identity: 'steward', role: 'DATA_STEWARD' }, document, { days });
    return data.schemaUsage;
  };
  let build: string | undefined;
  const told = async () => {
    build ??= String((await asSteward('POST', '/registry/tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() })).body['token']);
    return (await send('GET', '/registry/usage?subgraph=labs', build)).body;
  };

  it('is an error as long as usage is not recorded for long enough, used or not', async () => {
    const published = await asSteward('POST', '/registry/publications', { subgraph: 'labs', sdl: withFormer, expectedVersion: 1, reason: 'a test' });
    expect(published).toMatchObject({ status: 200 });
    const { status, breaking } = await check(labsSdl);
    expect(status).toBe('REFUSED');
    expect(breaking[0]?.message).toContain(`usage is recorded only since ${today}`);
  }, 60_000);

  it('is a warning once nobody has asked it in thirty days', async () => {
    await hub.database.usageDay.create({ data: { day: new Date(ago(40)) } });
    expect((await check(labsSdl)).breaking[0]?.message).toContain('of 29 of these days no gateway has reported');
    await hub.database.usageDay.createMany({ data: Array.from({ length: 29 }, (_, index) => ({ day: new Date(ago(index + 1)) })) });
    const { status, breaking, affected } = await check(labsSdl);
    expect([status, affected]).toEqual(['GREEN', []]);
    expect(breaking).toMatchObject([{ severity: 'WARNING', coordinate, message: expect.stringContaining('Nobody asked it in the last 30 days.') as unknown }]);
    await report({ operations: [operation('c', 'Old', [coordinate])], uses: [use('c', 'platform-1', 9, ago(35))] });
    expect((await check(labsSdl)).status).toBe('GREEN');
  }, 120_000);

  it('and takes from others what they may read is stopped all the same, for an owner’s build too (5.4.3 a)', async () => {
    const sdl = `${labsSdl}\n\n"A value (取值, 5.4.3 c)" enum Later { A }`;
    const { body: issued } = await asSteward('POST', '/registry/tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    const { body } = await send('POST', '/registry/checks', String(issued['token']), { subgraph: 'labs', sdl });
    expect(body).toMatchObject({ status: 'REFUSED', findings: expect.arrayContaining([expect.objectContaining({ kind: 'NARROWED', severity: 'ERROR', code: 'TAKEN_AWAY', coordinate })]) as unknown });
    expect((await check(sdl)).breaking).toMatchObject([{ severity: 'WARNING', coordinate }]);
  }, 120_000);

  it('is an error where somebody has, names whom to the stewards alone, and passes once they have stopped', async () => {
    await report({ uses: [use('c', 'platform-1', 2, ago(29))] });
    const { status, breaking, affected } = await check(labsSdl);
    expect(status).toBe('REFUSED');
    expect(breaking[0]?.message).toContain('It was asked in the last 30 days.');
    expect(affected).toEqual([{ coordinate, operation: 'Old', operationHash: hash('c'), client: 'desk', partyId: 'platform-1', requests: 2 }]);
    const issued = await asSteward('POST', '/registry/tokens', { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    const byBuild = await check(labsSdl, String(issued.body['token']));
    expect([byBuild.status, byBuild.affected]).toEqual(['REFUSED', null]);
    for (const told of [byBuild.breaking, breaking]) expect(JSON.stringify(told)).not.toMatch(/platform-1|asked \d/);
    await hub.database.$executeRaw`UPDATE operation_use SET day = day - 1 WHERE party_id = 'platform-1'`;
    expect((await check(labsSdl)).status).toBe('GREEN');
  }, 60_000);

  it('may have been asked through a gateway that ran on and told nothing, whatever another told: each process is told of, and held to its own reports', async () => {
    const [telling, silent] = [randomUUID(), randomUUID()];
    const heard = (instance: string) =>
      fetch(new URL('/registry/supergraph', hub.url), {
        headers: { authorization: `Bearer ${gateway}`, 'x-hub-running-schema': JSON.stringify({ instance, contentHash: null, builtHash: null, differing: null }) },
      }).then((response) => response.text());
    const reportAs = (instance: string) =>
      fetch(new URL('/registry/usage', hub.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${gateway}`, 'content-type': 'application/json', 'x-hub-gateway': instance },
        body: JSON.stringify({ id: randomUUID(), operations: [], uses: [], unrecorded: 0 }),
      }).then(({ status }) => expect(status).toBe(200));
    for (const instance of [telling, silent]) await heard(instance);
    await reportAs(telling);
    // One that was begun just now owes no report yet.
    expect((await check(labsSdl)).status).toBe('GREEN');
    await hub.database.$executeRaw`UPDATE usage_gateway_day SET since = since - interval '6 minutes'`;
    // Whoever reads usage is told as well as whoever is judged by it.
    expect((await known()).silentGatewayDays).toBe(1);
    expect((await told()).allRecorded).toBe(false);
    const { status, breaking } = await check(labsSdl);
    expect([status, breaking[0]?.message]).toEqual(['REFUSED', expect.stringContaining('on 1 of these days a gateway ran that did not report') as unknown]);
    const running = (await asSteward('GET', '/registry/running')).body as unknown as { instance: string; usageReportedAt: string | null }[];
    const reportedAt = (instance: string) => running.find((each) => each.instance === instance)?.usageReportedAt;
    expect([typeof reportedAt(telling), reportedAt(silent)]).toEqual(['string', null]);
    await reportAs(silent);
    expect((await check(labsSdl)).status).toBe('GREEN');
    expect((await known()).silentGatewayDays).toBe(0);
    expect((await told()).allRecorded).toBe(true);
  }, 60_000);

  it('may have been asked on a day of which no gateway has reported, which is told with the usage', async () => {
    await hub.database.usageDay.delete({ where: { day: new Date(ago(3)) } });
    expect(await known()).toMatchObject({ recordedSince: ago(40), unreportedDays: 1, silentGatewayDays: 0 });
    expect((await told()).allRecorded).toBe(false);
    // What lies before the days that are asked for is not counted.
    expect((await known(3)).unreportedDays).toBe(0);
    await hub.database.usageDay.create({ data: { day: new Date(ago(3)) } });
    expect((await told()).allRecorded).toBe(true);
  });

  it('may have been among requests that could not be recorded, and is an error then', async () => {
    await report({ unrecorded: 3 });
    const { status, breaking } = await check(labsSdl);
    expect(status).toBe('REFUSED');
    expect(breaking[0]?.message).toContain('some requests of these days could not be recorded');
  }, 60_000);
});

describe('usage is forgotten after the days for which it is kept', () => {
  const asked = async () => (await hub.database.usedOperation.findMany({ orderBy: { hash: 'asc' } })).map(({ name }) => name);
  const dayOf = ({ day }: { readonly day: Date }) => day.toISOString().slice(0, 10);
  const days = async () => [...new Set((await hub.database.operationUse.findMany({ orderBy: { day: 'asc' } })).map(dayOf))];

  it('with the operations that nobody has asked since, the days and the gateways that told of it', async () => {
    const edge = operation('d', 'Edge', ['Lab.id']);
    await report({ operations: [labs, labPlaces, edge], uses: [use('a', 'lab-1', 1), use('b', 'lab-1', 1), use('d', 'lab-1', 1, ago(9)), use('d', 'lab-1', 1, ago(10))] });
    const before = await requestsOf('Lab.cma');
    const ran = { since: new Date(), heardAt: new Date() };
    await hub.database.usageGatewayDay.createMany({ data: [9, 10].map((days) => ({ instance: randomUUID(), day: new Date(ago(days)), ...ran })) });
    await pruneUsage(hub.database, 10);
    expect(await asked()).toEqual(['Labs', 'Places', 'Edge']);
    expect(await days()).toEqual([ago(9), today]);
    const [firstDay] = await hub.database.usageDay.findMany({ orderBy: { day: 'asc' } });
    const [firstOfGateways] = await hub.database.usageGatewayDay.findMany({ orderBy: { day: 'asc' } });
    expect([firstDay, firstOfGateways].map((row) => row && dayOf(row))).toEqual([ago(9), ago(9)]);
    expect(await requestsOf('Lab.cma')).toBe(before);
  });

  it('with reports that no gateway sends again, and with no others', async () => {
    const sent = [randomUUID(), randomUUID()] as const;
    for (const id of sent) await report({ id });
    const [old, young] = sent;
    for (const [id, age] of [[old, '169 hours'], [young, '167 hours']] as const) await hub.database.$executeRaw`UPDATE usage_report SET taken_at = now() - ${age}::interval WHERE id = ${id}::uuid`;
    await pruneUsage(hub.database, 10);
    expect((await hub.database.usageReport.findMany({ where: { id: { in: [...sent] } } })).map(({ id }) => id)).toEqual([young]);
  });

  it('without waiting for what another process has at hand, which goes in the next round', async () => {
    await report({ operations: [operation('f', 'Held', ['Lab.id'])], uses: [use('f', 'lab-1', 1, ago(200)), use('f', 'lab-2', 1, ago(201))] });
    const gone = randomUUID();
    await report({ id: gone });
    await hub.database.$executeRaw`UPDATE usage_report SET taken_at = now() - interval '8 days' WHERE id = ${gone}::uuid`;
    await hub.database.usageGatewayDay.create({ data: { instance: gone, day: new Date(ago(200)), since: new Date(), heardAt: new Date() } });
    await hub.database.$executeRaw`INSERT INTO used_operation (hash, name, kind, coordinates) VALUES (${'unused'}, 'Unused', 'query', '{}')`;
    const left = async () => {
      const old = { lt: new Date(ago(100)) };
      return [await hub.database.operationUse.count({ where: { day: old } }), await hub.database.usageGatewayDay.count({ where: { day: old } }), await hub.database.usageDay.count({ where: { day: old } }), await hub.database.usedOperation.count({ where: { name: 'Unused' } }), await hub.database.usageReport.count({ where: { id: gone } })];
    };
    const before = await left();
    expect(before).toEqual([2, 1, 2, 1, 1]);
    await hub.database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT FROM operation_use WHERE day = ${ago(200)}::date FOR UPDATE`;
      await tx.$executeRaw`SELECT FROM usage_gateway_day WHERE instance = ${gone}::uuid FOR UPDATE`;
      await tx.$executeRaw`SELECT FROM usage_day WHERE day = ${ago(201)}::date FOR UPDATE`;
      await tx.$executeRaw`SELECT FROM used_operation WHERE name = 'Unused' FOR UPDATE`;
      await tx.$executeRaw`SELECT FROM usage_report WHERE id = ${gone}::uuid FOR UPDATE`;
      await pruneUsage(hub.database, 10);
      expect(await left()).toEqual([1, 1, 1, 1, 1]);
    });
    await pruneUsage(hub.database, 10);
    expect(await left()).toEqual([0, 0, 0, 0, 0]);
    expect(await asked()).toEqual(['Labs', 'Places', 'Edge']);
  });

  it('while the registry runs, by itself', async () => {
    await report({ operations: [operation('e', 'Ancient', ['Lab.id'])], uses: [use('e', 'lab-1', 1, ago(200))] });
    expect(await asked()).toContain('Ancient');
    await hub.restart();
    expect(await eventually(asked, (names) => !names.includes('Ancient'))).toEqual(['Labs', 'Places', 'Edge']);
  });

  it('and an operation that is forgotten just while it is reported again is asked for, so that nothing is lost', async () => {
    const [edge] = await hub.database.usedOperation.findMany({ where: { name: 'Edge' } });
    await hub.database.operationUse.deleteMany({ where: { operationId: edge?.id ?? 0 } });
    const again = { id: randomUUID(), uses: [use('d', 'lab-1', 7)] };
    let answer: ReturnType<typeof report> | undefined;
    await hub.database.$transaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM used_operation WHERE name = 'Edge'`;
      answer = report(again);
      await eventually(() => hub.database.$queryRaw<object[]>`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`, (waiting) => waiting.length > 0);
    });
    expect(await answer).toMatchObject({ status: 200, body: { unknownOperations: [hash('d')] } });
    expect((await report({ ...again, operations: [operation('d', 'Edge', ['Lab.id'])] })).body).toEqual({ unknownOperations: [] });
    expect(await requestsOf('Lab.id')).toBe(7);
  });
});
