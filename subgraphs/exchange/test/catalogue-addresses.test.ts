import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { attestedText } from '@hub/kernel/terms-in-force/attested-text.js';
import { auditEntries, selectionOf } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import { sdl } from '@hub/schema/generated/exchange.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
let registryKey: ReturnType<typeof keyFile>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  registryKey = keyFile(join(hub.environment.dataDir, 'played-registry-key.json'));
  await registryKey.create();
  hub.others.serveKeys(await registryKey.jwks());
});
afterAll(() => hub.close());

/** Asks a plain address, as a party or as nobody. */
async function get(path: string, identity: string | null = 'platform-1', headers: Readonly<Record<string, string>> = {}) {
  const authorization = identity === null ? {} : { authorization: `Bearer ${await hub.tokenOf(identity)}` };
  const { statusCode, headers: received, body } = await request(new URL(path, hub.url), { headers: { 'accept-language': 'en', ...authorization, ...headers } });
  return { status: statusCode, type: received['content-type'], etag: String(received['etag']), cache: received['cache-control'], text: Buffer.from(await body.arrayBuffer()).toString() };
}
/** Lets the registry put a schema of the exchange in force. */
async function publish(version: number, published: string): Promise<void> {
  const told = { subgraph: 'exchange', version, contentHash: sha256(published) };
  const attestation = await signDetached(await registryKey.key(), attestedText(told));
  const id = `v${version}`;
  hub.others.say({ kind: 'SchemaPublished', subjectType: 'SchemaVersion', subjectId: id, payload: { id, ...told, sdl: published, attestation } });
}
const codeOf = ({ text }: { text: string }) => (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('the catalogue of what is shared at an address of its own (共享信息资源目录, 5.4.4)', () => {
  it('is DCAT 3 in JSON-LD, with the address at which the hub was asked', async () => {
    const { status, type, text } = await get('/catalogue', 'platform-1', { 'x-forwarded-host': 'hub.example.cn', 'x-forwarded-proto': 'https' });
    expect([status, type]).toEqual([200, 'application/ld+json; charset=utf-8']);
    const document = JSON.parse(text) as { '@id': string; 'dcat:dataset': { 'dct:identifier': string }[] };
    expect(document['@id']).toBe('https://hub.example.cn/catalogue');
    expect(document['dcat:dataset'].map((dataset) => dataset['dct:identifier'])).toEqual(catalogue.resources.map((resource) => resource.type));
    for (const told of ['no host at all', 'user:secret@', ' , a']) expect((JSON.parse((await get('/catalogue', 'lab-1', { 'x-forwarded-host': told })).text) as { '@id': string })['@id'], told).toBe(`${hub.url}/catalogue`);
  });

  it('is a 政务数据目录 in CSV, with the codes of the authorities that hold each resource and what is asked for', async () => {
    const { status, type, text } = await get('/catalogue.csv?code=3063300&issued=2026-11-28');
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF信息资源分类,信息资源名称,信息资源代码,信息资源提供方,信息资源提供方代码,/);
    expect(lines).toHaveLength(1 + catalogue.resources.flatMap(({ fields }) => fields).length);
    const of = (type: string) => lines.find((line) => line.includes(`,3063300/${type},`));
    expect(of('Purchase')).toContain(',监测中心,12330100MB1A000444,');
    expect(of('MonitoringPlan')).toContain(',监管部门,11330000MB1A0001XC、11330100MB1A00028H、11330105MB1A00036L,');
    expect(of('Listing')).toContain(',电商平台,,');
    expect(of('Purchase')).toContain(',2026-11-28,');
  });

  it('need not be fetched again while it has not changed', async () => {
    for (const path of ['/catalogue', '/catalogue.csv?issued=2026-11-28']) {
      const { etag, cache } = await get(path);
      expect([etag, cache]).toEqual([expect.stringMatching(/^"sha-256:[0-9a-f]{64}"$/), 'private, no-cache']);
      expect(await get(path, 'lab-1', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '', etag });
      expect(await get(path, 'lab-1', { 'if-none-match': '"another"' })).toMatchObject({ status: 200, etag });
    }
  });

  it('is refused what is no code of a directory and no day', async () => {
    for (const query of ['code=A1', 'issued=tomorrow', 'issued=2026-13-01', 'format=xml']) expect(await get(`/catalogue.csv?${query}`), query).toMatchObject({ status: 400 });
    expect((await get('/catalogue.csv?code=A1')).text).toContain('3063300');
  });

  it('is for parties alone, and leaves its reading in the audit log', async () => {
    for (const path of ['/catalogue', '/catalogue.csv']) expect(await get(path, null), path).toMatchObject({ status: 401 });
    expect(codeOf(await get('/catalogue', null))).toBe('UNAUTHENTICATED');
    const { status } = await get('/catalogue', 'merchant-1');
    expect(status).toBe(200);
    const entry = (await auditEntries(hub.database)).findLast(({ party }) => party === 'merchant-1');
    expect(entry && (await selectionOf(hub.database, entry))).toContain('Query.resourceCatalog');
  });

  it('is for those alone to whom the terms in force give it, whatever the code was built with', async () => {
    const narrowed = sdl.replace(/\n {2}resourceCatalog\([^]*?\): \[SharedResource!\][^\n]*/, (field) => field.replace(/kinds: \[[^\]]*\]/g, 'kinds: [MONITORING_CENTER]'));
    await publish(1, narrowed);
    const refused = await eventually(() => get('/catalogue'), ({ status }) => status !== 200);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'SHARING_NOT_IN_AUDIENCE']);
    expect(await get('/catalogue.csv')).toMatchObject({ status: 403 });
    expect(await get('/catalogue', 'center')).toMatchObject({ status: 200 });
  });

  it('gives nothing where the terms in force close a field that it prints, or the codes of the authorities', async () => {
    const closed = (coordinate: string) => sdl.replace(coordinate, (field) => field.replace('@structural', '@sharing(owner: "exchange", terms: "shut", class: NOT_SHARED, ground: "an incident", audience: [{ kinds: [MONITORING_CENTER], rows: ALL }])'));
    const place = closed('place: String @structural');
    expect(place).not.toBe(sdl);
    await publish(2, place);
    const refused = await eventually(() => get('/catalogue.csv'), ({ status, text }) => status === 403 && text.includes('SharingClause.place'));
    expect([codeOf(refused), refused.etag]).toEqual(['SHARING_NO_TERMS', 'undefined']);
    // What DCAT prints is open.
    expect(await get('/catalogue')).toMatchObject({ status: 200 });
    const fields = closed('fields: [SharedField!]! @structural');
    expect(fields).not.toBe(sdl);
    await publish(3, fields);
    expect(codeOf(await eventually(() => get('/catalogue'), ({ status }) => status === 403))).toBe('SHARING_NO_TERMS');

    await publish(4, sdl);
    await eventually(() => get('/catalogue.csv'), ({ status }) => status === 200);
    const close = 'mutation ($items: [CloseFieldInput!]!) { closeField(items: $items) { outcomes { value { id } refusal { code } } } }';
    const items = [{ idempotencyKey: randomUUID(), field: 'Participant.uscc', groundKind: 'INCIDENT', ground: 'an incident' }];
    expect(await hub.ask('regulator-city', close, { items })).toMatchObject({ data: { closeField: { outcomes: [{ value: { id: expect.any(String) }, refusal: null }] } } });
    await eventually(() => get('/catalogue.csv'), ({ status }) => status !== 200);
    await hub.restart();
    const { status, text } = await get('/catalogue.csv');
    expect([status, codeOf({ text })]).toEqual([403, 'SHARING_CLOSED']);
    expect(text).not.toContain('11330000MB1A0001XC');
  });
});
