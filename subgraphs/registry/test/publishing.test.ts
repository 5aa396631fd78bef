import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { Prisma } from '@hub/prisma/registry/generated/client.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { formerSchemas } from '../src/repository/former-schemas.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

const steward = 'steward';
const { labs: labsSdl = '', platforms: platformsSdl = '' } = builtSchemas;
/** The schema of labs with a type more that is described, and is of no consequence. */
const widerLabs = (name: string) => `${labsSdl}\n\n"A value (取值, 5.4.3 c)" enum ${name} { A }`;
const brokenLabs = labsSdl.replace('type Query', 'type Query2');

interface Answer {
  readonly status: number;
  readonly body: { readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] } & Readonly<Record<string, unknown>>;
}

/** A plain address of the registry's own port. */
async function post(name: string, body: object, token?: string, language = 'en'): Promise<Answer> {
  const response = await fetch(new URL(`/registry/${name}`, hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token ?? (await hub.tokenOf(steward))}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, hub.url), { headers: { authorization: `Bearer ${await hub.tokenOf(steward)}`, ...headers } });
  return { status: response.status, text: await response.text(), version: response.headers.get('x-hub-version'), etag: response.headers.get('etag') ?? '' };
}
const latest = async (subgraph: string) => JSON.parse((await get(`/registry/versions/${subgraph}/latest`)).text) as { id: string; version: number; sdl: string; composedOf: { subgraph: string; version: number }[] };
const count = () => hub.database.schemaVersion.count();
const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions.code;

describe('a check of a schema (5.4.3 c)', () => {
  it('of what is in force is green, and publishes nothing', async () => {
    const before = await count();
    expect(await post('checks', { subgraph: 'labs', sdl: labsSdl })).toMatchObject({ status: 200, body: { status: 'GREEN', subgraph: 'labs', baseVersion: 1, findings: [] } });
    expect(await count()).toBe(before);
  }, 60_000);

  it('that finds something is kept with all of it, and read by those alone who decide on it, and the centre’s auditors', async () => {
    const { body } = await post('checks', { subgraph: 'labs', sdl: brokenLabs });
    expect(body).toMatchObject({ status: 'REFUSED', findings: expect.arrayContaining([expect.objectContaining({ severity: 'ERROR' })]) as unknown });
    const read = '{ schemaCheck(id: "ID") { status findings { kind owners coordinate line message } checked { userId } } }'.replace('ID', String(body['id']));
    expect((await hub.ask('auditor', read)).data).toMatchObject({ schemaCheck: { status: 'REFUSED', checked: { userId: 'steward.1' } } });
    for (const other of ['center', 'lab-1', 'regulator-city']) expect((await hub.ask(other, read)).data).toEqual({ schemaCheck: null });
  });

  it('of a subgraph that no gateway could ask is refused', async () => {
    for (const subgraph of ['elsewhere', 'supergraph']) {
      const answer = await post('checks', { subgraph, sdl: labsSdl });
      expect([answer.status, codeOf(answer), answer.body.errors?.[0]?.message]).toEqual([422, 'VALUE_INVALID', expect.stringContaining('no gateway knows')]);
    }
  });

  it('of what is no schema is refused with its line, in the language of who asks', async () => {
    const answer = await post('checks', { subgraph: 'labs', sdl: 'type Query {\n a: }' });
    expect([answer.status, codeOf(answer), answer.body.errors?.[0]?.message]).toEqual([422, 'SCHEMA_UNREADABLE', expect.stringContaining('line 2')]);
    expect((await post('checks', { subgraph: 'labs', sdl: '}' }, undefined, 'zh-CN')).body.errors?.[0]?.message).toContain('第 1 行');
  });
});

describe('publishing a schema', () => {
  it('that does not compose is refused, and changes nothing', async () => {
    const before = { count: await count(), supergraph: await get('/registry/supergraph') };
    const answer = await post('publications', { subgraph: 'labs', sdl: brokenLabs, expectedVersion: 1, reason: 'a try' });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'SCHEMA_NOT_GREEN']);
    expect({ count: await count(), supergraph: await get('/registry/supergraph') }).toEqual(before);
  });

  it('that takes somebody something is refused, and so is one that opens something', async () => {
    const clause = /kinds: \[LAB\]/.exec(labsSdl);
    expect(clause).not.toBeNull();
    for (const [from, to, kind] of [['kinds: [LAB]', 'kinds: [LAB], mask: HASH', 'NARROWED'], ['kinds: [LAB]', 'kinds: [LAB, PUBLIC]', 'WIDENED']] as const) {
      const sdl = labsSdl.replaceAll(from, to);
      const check = await post('checks', { subgraph: 'labs', sdl });
      expect(check.body['findings']).toContainEqual(expect.objectContaining({ kind, severity: 'ERROR' }));
      expect(codeOf(await post('publications', { subgraph: 'labs', sdl, expectedVersion: 1, reason: 'a try' }))).toBe('SCHEMA_NOT_GREEN');
    }
  }, 60_000);

  it('whose check is green makes it the next version, with the supergraph that names what it is composed of, and tells every owner', async () => {
    const sdl = widerLabs('Added');
    expect((await post('checks', { subgraph: 'labs', sdl })).body).toMatchObject({ status: 'GREEN', baseVersion: 1 });
    const waiting = get('/registry/supergraph?wait=20', { 'if-none-match': (await get('/registry/supergraph')).etag });
    const answer = await post('publications', { subgraph: 'labs', sdl, expectedVersion: 1, reason: '新增取值' });
    expect(answer).toMatchObject({ status: 200, body: { subgraph: 'labs', version: 2, reason: '新增取值', published: { userId: 'steward.1' } } });
    // Who waited for it has it at once.
    expect(await waiting).toMatchObject({ status: 200, version: '2', text: expect.stringContaining('enum Added') as unknown });
    expect((await latest('supergraph')).composedOf).toContainEqual(expect.objectContaining({ subgraph: 'labs', version: 2 }));
    const told = await hub.database.$queryRaw<{ payloads: Record<string, { subgraph: string; version: number }> }[]>`
      SELECT payloads FROM kernel.event WHERE kind = 'SchemaPublished' ORDER BY position DESC LIMIT 2`;
    expect(told.map(({ payloads }) => payloads['exchange'])).toMatchObject([{ subgraph: 'supergraph', version: 2 }, { subgraph: 'labs', version: 2 }]);
  }, 60_000);

  it('of the same text again is no new version, whatever version is named', async () => {
    const before = await count();
    expect(await post('publications', { subgraph: 'labs', sdl: widerLabs('Added'), expectedVersion: 1, reason: 'again' })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await count()).toBe(before);
  });

  it('that was checked against another version than the one in force is refused', async () => {
    const answer = await post('publications', { subgraph: 'labs', sdl: widerLabs('Other'), expectedVersion: 1, reason: 'late' });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'SCHEMA_VERSION_MOVED']);
  });

  it('several at once come one after the other: one of those for the same version, and each supergraph has all before it', async () => {
    const names = ['C1', 'C2', 'C3', 'C4', 'C5'];
    const answers = await Promise.all([
      ...names.map((name) => post('publications', { subgraph: 'labs', sdl: `${widerLabs('Added')}\n\n"A value (取值, 5.4.3 c)" enum ${name} { A }`, expectedVersion: 2, reason: 'at once' })),
      post('publications', { subgraph: 'platforms', sdl: `${platformsSdl}\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`, expectedVersion: 1, reason: 'at once' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 422, 422, 422, 422]);
    expect(answers.filter(({ status }) => status === 422).map(codeOf)).toEqual(Array(4).fill('SCHEMA_VERSION_MOVED'));
    const { sdl } = await latest('supergraph');
    expect(sdl).toContain('enum Beside');
    expect(names.filter((name) => sdl.includes(`enum ${name} `))).toHaveLength(1);
    const versions = await hub.database.schemaVersion.findMany({ where: { subgraph: 'supergraph' }, orderBy: { version: 'asc' }, select: { version: true } });
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
  }, 60_000);

  it('is for data stewards of the centre, at both doors', async () => {
    const body = { subgraph: 'labs', sdl: labsSdl, expectedVersion: 3, reason: 'not mine' };
    for (const other of ['lab-1', 'center', 'auditor', 'regulator-province']) {
      const answer = await post('publications', body, await hub.tokenOf(other));
      expect([answer.status, codeOf(answer)]).toEqual([403, 'ACT_NOT_PERMITTED']);
    }
    expect((await post('publications', body, 'no.token.atall')).status).toBe(401);
    const item = { ...body, idempotencyKey: randomUUID() };
    const asked = await hub.ask('lab-1', 'mutation ($items: [PublishSchemaInput!]!) { publishSchema(items: $items) { outcomes { value { id } } } }', { items: [item] });
    expect(asked.errors?.[0]?.extensions.code).toBe('ACT_NOT_PERMITTED');
  });

  it('is answered by what was wrong: with the request, with what it would do, or with who asks', async () => {
    const status = async (name: string, body: object, asker = steward) => (await post(name, body, await hub.tokenOf(asker))).status;
    expect(await status('approvals', { checkId: 'none', kinds: ['EVERYTHING'], reason: 'x' })).toBe(400);
    expect(await status('tokens', { subgraph: 'labs', name: 'CI', expiresAt: 'soon' })).toBe(400);
    expect(await status('publications', { subgraph: 'labs' })).toBe(400);
    expect(await status('approvals', { checkId: 'none', kinds: ['NARROWED'], reason: 'x' })).toBe(422);
    expect(await status('approvals', { checkId: 'none', kinds: ['NARROWED'], reason: 'x' }, 'lab-1')).toBe(403);
  });

  it('is in the audit log by whichever door it came', async () => {
    const entries = (await auditEntries(hub.database)).filter(({ acts }) => acts?.['publishSchema']?.['DONE'] !== undefined);
    expect(new Set(entries.map(({ user }) => user))).toEqual(new Set(['steward.1']));
  });
});

describe('what a check has found', () => {
  /** The schema in force, with the brand of a listing hashed for platforms. */
  let narrowed: string;
  let checkId: string;

  it('is approved by whom it concerns, for just that text, and not by who had it checked', async () => {
    const { version, sdl } = await latest('platforms');
    narrowed = sdl.replace(/( {2}brand: String @sharing\([^\n]*?kinds: \[PLATFORM\])/, '$1, mask: HASH');
    const check = await post('checks', { subgraph: 'platforms', sdl: narrowed });
    checkId = String(check.body['id']);
    expect(check.body).toMatchObject({ status: 'REFUSED', findings: expect.arrayContaining([expect.objectContaining({ kind: 'NARROWED' })]) as unknown });
    const approval = { checkId, kinds: ['NARROWED'], reason: '依据通知收回' };
    for (const [asker, code] of [[steward, 'SCHEMA_APPROVAL_NOT_YOURS'], ['regulator-city', 'ACT_NOT_PERMITTED'], ['lab-1', 'ACT_NOT_PERMITTED']] as const) {
      expect([asker, codeOf(await post('approvals', approval, await hub.tokenOf(asker)))]).toEqual([asker, code]);
    }
    expect(codeOf(await post('publications', { subgraph: 'platforms', sdl: narrowed, expectedVersion: version, reason: 'too early' }))).toBe('SCHEMA_NOT_GREEN');
    const province = await hub.tokenOf('regulator-province');
    expect(codeOf(await post('approvals', { ...approval, kinds: ['WIDENED'] }, province))).toBe('VALUE_INVALID');
    expect(await post('approvals', approval, province)).toMatchObject({ status: 200, body: { approvals: [{ kinds: ['NARROWED'], approved: { userId: 'regulator-province.1' } }] } });
  }, 60_000);

  it('then passes, is told as approved, and passes for no other text', async () => {
    const { version } = await latest('platforms');
    const again = await post('checks', { subgraph: 'platforms', sdl: narrowed });
    expect(again.body).toMatchObject({ status: 'GREEN' });
    expect((again.body['findings'] as { letPass: string | null }[])[0]?.letPass).toContain(`regulator-province.1 of regulator-province (check ${checkId})`);
    const other = `${narrowed}\n\n"A value (取值, 5.4.3 c)" enum Smuggled { A }`;
    expect(codeOf(await post('publications', { subgraph: 'platforms', sdl: other, expectedVersion: version, reason: 'smuggled' }))).toBe('SCHEMA_NOT_GREEN');
    expect(await post('publications', { subgraph: 'platforms', sdl: narrowed, expectedVersion: version, reason: 'approved' })).toMatchObject({ status: 200, body: { version: version + 1 } });
  }, 60_000);

  it('is not approved for the same text against another version', async () => {
    const before = await latest('platforms');
    const { nodes } = JSON.parse((await get('/registry/versions?subgraph=platforms')).text) as { nodes: { id: string }[] };
    const back = { versionId: nodes.at(-1)?.id, expectedVersion: before.version, reason: 'back' };
    // What it opens again a steward brings back alone only within a day.
    await hub.database.schemaVersion.update({ where: { id: before.id }, data: { publishedAt: new Date(Date.now() - 25 * 3_600_000) } });
    expect(codeOf(await post('promotions', back))).toBe('SCHEMA_NOT_GREEN');
    const wide = await post('checks', { subgraph: 'platforms', sdl: platformsSdl });
    expect(await post('approvals', { checkId: wide.body['id'], kinds: ['WIDENED'], reason: '恢复' }, await hub.tokenOf('security'))).toMatchObject({ status: 200 });
    await post('approvals', { checkId: wide.body['id'], kinds: ['BREAKING'], reason: '未启用' }, await hub.tokenOf({ identity: steward, user: 2 }));
    expect(await post('promotions', back)).toMatchObject({ status: 200 });
    expect((await post('checks', { subgraph: 'platforms', sdl: narrowed })).body).toMatchObject({ status: 'REFUSED' });
    // What follows counts on the hub's schemas and one of a steward.
    const now = await latest('platforms');
    await post('publications', { subgraph: 'platforms', sdl: `${platformsSdl}\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`, expectedVersion: now.version, reason: 'again' });
  }, 120_000);
});

describe('an exception in writing from a rule of the contract', () => {
  const undescribed = `${labsSdl}\n\nenum Bare { A }`;
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const exception = { subgraph: 'labs', rule: 'described-with-term', coordinate: 'Bare', until, reason: '下月补齐' };
  const bare = async () => {
    const { body } = await post('checks', { subgraph: 'labs', sdl: undescribed });
    const found = (body['findings'] as { coordinate: string | null; kind: string; severity: string; letPass: string | null }[]).filter(({ kind }) => kind === 'LINT');
    return found.map(({ coordinate, severity, letPass }) => [coordinate, severity, letPass]);
  };
  let id: string;

  it('is a data steward’s to make, for a year at most, and from no rule that opens something', async () => {
    expect(await bare()).toEqual([['Bare', 'ERROR', null]]);
    for (const [asker, given, code] of [
      ['lab-1', {}, 'ACT_NOT_PERMITTED'], ['regulator-province', {}, 'ACT_NOT_PERMITTED'], [steward, { rule: 'key-as-wide-as-fields' }, 'VALUE_INVALID'], [steward, { rule: 'every-field-has-terms' }, 'VALUE_INVALID'],
      [steward, { until: new Date(Date.now() + 400 * 86_400_000).toISOString() }, 'VALUE_INVALID'], [steward, { coordinate: 'Lab.id; DROP' }, 'VALUE_INVALID'], [steward, { reason: ' ' }, 'VALUE_REQUIRED'],
    ] as const) expect([asker, given, codeOf(await post('exceptions', { ...exception, ...given }, await hub.tokenOf(asker)))]).toEqual([asker, given, code]);
    expect(await bare()).toEqual([['Bare', 'ERROR', null]]);
  }, 60_000);

  it('lets the rule only warn there, and the finding tells until when, why and by whom', async () => {
    const made = await post('exceptions', exception);
    expect(made).toMatchObject({ status: 200, body: { rule: 'described-with-term', coordinate: 'Bare', excepted: { userId: 'steward.1' }, endedAt: null } });
    id = String(made.body['id']);
    expect(await bare()).toEqual([['Bare', 'WARNING', `excepted until ${until}: 下月补齐 (steward.1 of center)`]]);
    expect(JSON.parse((await get('/registry/exceptions?subgraph=labs')).text)).toMatchObject({ totalCount: 1, nodes: [{ id }] });
  }, 60_000);

  it('can turn the rule off there, and then nothing is found', async () => {
    const off = await post('exceptions', { ...exception, severity: 'OFF' });
    expect(off).toMatchObject({ status: 200, body: { severity: 'OFF' } });
    expect(await bare()).toEqual([]);
    // That of just this place goes before one of the whole schema.
    const whole = await post('exceptions', { ...exception, coordinate: undefined });
    expect(await bare()).toEqual([]);
    // And where the whole schema is excepted, one place can stay an error.
    const strict = await post('exceptions', { ...exception, severity: 'ERROR' });
    expect(strict).toMatchObject({ status: 200, body: { severity: 'ERROR' } });
    expect(await bare()).toEqual([['Bare', 'ERROR', null]]);
    for (const { body } of [off, whole, strict]) await post('exception-ends', { exceptionId: String(body['id']) });
    expect((await bare()).map(([, severity]) => severity)).toEqual(['WARNING']);
  }, 60_000);

  it('is over when it is ended, and when its day has come', async () => {
    expect(await post('exception-ends', { exceptionId: id })).toMatchObject({ status: 200, body: { id, endedAt: expect.any(String) as unknown } });
    expect(await bare()).toEqual([['Bare', 'ERROR', null]]);
    const whole = await post('exceptions', { ...exception, coordinate: undefined });
    expect((await bare()).map(([, severity]) => severity)).toEqual(['WARNING']);
    await hub.database.schemaRuleException.update({ where: { id: String(whole.body['id']) }, data: { until: new Date(Date.now() - 1000) } });
    expect(await bare()).toEqual([['Bare', 'ERROR', null]]);
  }, 60_000);
});

describe('an older version', () => {
  it('is brought back as the next one, and the supergraph with it', async () => {
    const before = await latest('labs');
    const { nodes } = JSON.parse((await get('/registry/versions?subgraph=labs')).text) as { nodes: { id: string; version: number }[] };
    expect(nodes.map(({ version }) => version)).toEqual([3, 2, 1]);
    const first = nodes.at(-1)?.id ?? '';
    expect(codeOf(await post('promotions', { versionId: first, expectedVersion: 2, reason: 'late' }))).toBe('SCHEMA_VERSION_MOVED');
    // It is not the one before: what it takes from clients another steward approves.
    const back = { versionId: first, expectedVersion: before.version, reason: '退回首版' };
    expect(codeOf(await post('promotions', back))).toBe('SCHEMA_NOT_GREEN');
    const check = await post('checks', { subgraph: 'labs', sdl: labsSdl });
    await post('approvals', { checkId: check.body['id'], kinds: ['BREAKING'], reason: '已停用' }, await hub.tokenOf({ identity: steward, user: 2 }));
    const answer = await post('promotions', back);
    expect(answer).toMatchObject({ status: 200, body: { version: 4, promotedFrom: { version: 1 } } });
    expect((await latest('labs')).sdl).toBe(labsSdl);
    expect((await latest('supergraph')).sdl).not.toContain('enum Added');
    // What it has closed is known to the next check: the two versions before it, and by which of them it was gone back from.
    expect((await formerSchemas(hub.database, { labs: ['none', 'Added'] }))['labs']?.map(({ sdl, wentBack }) => [sdl.includes('enum Added'), wentBack])).toEqual([[true, true], [true, false]]);
    expect(await formerSchemas(hub.database, { labs: ['NamedNowhere'] })).toEqual({});
    expect(codeOf(await post('promotions', { versionId: randomUUID(), expectedVersion: 4, reason: 'none' }))).toBe('NOT_FOUND');
    const older = `${labsSdl}\n\n"A part (部分, 5.4.3 c)" type Part { was: Int @structural }`;
    const contentHash = sha256(older);
    await hub.database.schemaText.create({ data: { contentHash, sdl: older } });
    await hub.database.schemaVersion.create({ data: { subgraph: 'labs', version: 0, publishedAt: new Date(0), contentHash, signature: 'a..b', holder: 'registry' } });
    await hub.database.schemaVersion.update({ where: { id: first }, data: { promotedFromId: first } });
    const { findings } = (await post('checks', { subgraph: 'labs', sdl: older })).body as unknown as { findings: object[] };
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'WIDENED', coordinate: 'Part.was' }));
    await hub.database.schemaVersion.update({ where: { id: first }, data: { promotedFromId: null } });
    await hub.database.schemaVersion.delete({ where: { subgraph_version: { subgraph: 'labs', version: 0 } } });
  });

  it('that is retired is not brought back, under whichever number, and one that is in force is not retired', async () => {
    const { nodes } = JSON.parse((await get('/registry/versions?subgraph=labs')).text) as { nodes: { id: string; version: number }[] };
    const [inForce, third, , first] = nodes;
    expect(codeOf(await post('retirements', { versionId: inForce?.id, reason: '误开' }))).toBe('SCHEMA_VERSION_IN_FORCE');
    expect(codeOf(await post('retirements', { versionId: third?.id, reason: '误开' }, await hub.tokenOf('lab-1')))).toBe('ACT_NOT_PERMITTED');
    expect(await post('retirements', { versionId: third?.id, reason: '误开' })).toMatchObject({ status: 200, body: { version: 3, retiredBecause: '误开', retired: { userId: 'steward.1' } } });
    expect(codeOf(await post('promotions', { versionId: third?.id, expectedVersion: 4, reason: 'back' }))).toBe('SCHEMA_VERSION_RETIRED');
    // The first has the text that is in force: retired by its number, it would not come back once another is.
    expect(await post('retirements', { versionId: first?.id, reason: '作废' })).toMatchObject({ status: 200 });
    await post('publications', { subgraph: 'labs', sdl: widerLabs('Meanwhile'), expectedVersion: 4, reason: '其间' });
    expect(codeOf(await post('promotions', { versionId: inForce?.id, expectedVersion: 5, reason: 'back' }))).toBe('SCHEMA_VERSION_RETIRED');
  }, 60_000);

  it('of what comes with the hub is published in one go by a steward, also in the place of what stewards have published', async () => {
    expect((await latest('platforms')).sdl).toContain('enum Beside');
    // The hub's text of labs was retired before.
    expect(codeOf(await post('built', { reason: '升级' }))).toBe('SCHEMA_VERSION_RETIRED');
    await hub.database.schemaVersion.updateMany({ where: { subgraph: 'labs', contentHash: sha256(labsSdl) }, data: { retired: Prisma.DbNull } });
    expect(await post('built', { reason: '升级' })).toMatchObject({ status: 200, body: { subgraph: 'supergraph' } });
    expect((await latest('platforms')).sdl).toBe(platformsSdl);
    expect((await get('/registry/supergraph')).text).toBe(supergraphSdl);
  });

  it('that a steward has published stays at the next start, though the hub comes with another', async () => {
    const now = await latest('labs');
    await post('publications', { subgraph: 'labs', sdl: widerLabs('Stays'), expectedVersion: now.version, reason: 'stays' });
    await hub.restart();
    expect((await latest('labs')).sdl).toBe(widerLabs('Stays'));
  }, 60_000);
});

describe('a registry token', () => {
  let token: string;
  let id: string;
  const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString();

  it('is shown once, and kept as a hash', async () => {
    const issued = await post('tokens', { idempotencyKey: 'once', subgraph: 'platforms', name: 'CI', expiresAt: nextYear });
    expect(issued).toMatchObject({ status: 200, body: { subgraph: 'platforms', token: expect.stringMatching(/^hubreg_[\w-]{43}$/) as unknown } });
    token = String(issued.body['token']);
    id = String(issued.body['id']);
    expect((await post('tokens', { idempotencyKey: 'once', subgraph: 'platforms', name: 'CI', expiresAt: nextYear })).body).toMatchObject({ id, token: null });
    const kept = JSON.stringify([await hub.database.registryToken.findMany(), await hub.database.$queryRaw`SELECT * FROM kernel.act_receipt`]);
    expect(kept).not.toContain(token);
  });

  it('checks and publishes the schema of its subgraph alone, and does nothing else', async () => {
    const now = await latest('platforms');
    const sdl = `${platformsSdl}\n\n"A value (取值, 5.4.3 c)" enum ByToken { A }`;
    expect(await post('checks', { subgraph: 'platforms', sdl }, token)).toMatchObject({ status: 200, body: { status: 'GREEN' } });
    expect(await post('publications', { subgraph: 'platforms', sdl, expectedVersion: now.version, reason: 'by CI' }, token)).toMatchObject({
      status: 200,
      body: { version: now.version + 1, published: { userId: `registry-token:${id}`, partyId: 'center' } },
    });
    const other = await latest('labs');
    for (const [name, body] of [
      ['publications', { subgraph: 'labs', sdl: widerLabs('Theft'), expectedVersion: other.version, reason: 'theft' }],
      ['checks', { subgraph: 'labs', sdl: labsSdl }],
      ['promotions', { versionId: now.id, expectedVersion: now.version + 1, reason: 'theft' }],
      ['tokens', { subgraph: 'platforms', name: 'another', expiresAt: nextYear }],
      ['revocations', { tokenId: id }],
      ['exceptions', { subgraph: 'platforms', rule: 'described-with-term', until: nextYear, reason: 'theft' }],
      ['built', { reason: 'theft' }],
    ] as const) {
      const answer = await post(name, body, token);
      expect([name, answer.status, codeOf(answer)]).toEqual([name, 422, 'REGISTRY_TOKEN_ELSEWHERE']);
    }
    expect((await latest('labs')).version).toBe(other.version);
  }, 60_000);

  it('opens nothing but those addresses', async () => {
    const response = await fetch(new URL('/graphql', hub.url), { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ schemaVersions { totalCount } }"}' });
    expect(response.status).toBe(401);
    expect((await fetch(new URL('/registry/supergraph', hub.url), { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  it('ends with its issuer’s role of steward, and with the membership of the party', async () => {
    const [center] = demoParticipants.filter((party) => party.id === 'center');
    if (!center) throw new Error('The demo has no centre.');
    const users = demoUsersOf(center);
    const statusWhere = async (change: object) => {
      await replaceParticipant(hub.database, { ...center, state: 'ACTIVE', users, ...change });
      return (await fetch(new URL('/registry/versions?first=1', hub.url), { headers: { authorization: `Bearer ${token}` } })).status;
    };
    const steward = users.map((user) => (user.id === 'steward.1' ? { ...user, roles: ['ANALYST'] } : user));
    expect([await statusWhere({ users: steward }), await statusWhere({ state: 'SUSPENDED' }), await statusWhere({})]).toEqual([401, 401, 200]);
  });

  it('is refused once it is revoked, and once it has expired', async () => {
    expect(await post('revocations', { tokenId: id })).toMatchObject({ status: 200, body: { id } });
    const check = { subgraph: 'platforms', sdl: platformsSdl };
    expect(await post('checks', check, token)).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'REGISTRY_TOKEN_REFUSED' } }] } });
    const second = String((await post('tokens', { subgraph: 'platforms', name: 'CI', expiresAt: nextYear })).body['token']);
    await hub.database.registryToken.updateMany({ where: { revokedAt: null }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect([(await post('checks', check, second)).status, (await post('checks', check, `${second}x`)).status]).toEqual([401, 401]);
  });

  it('whose user is named like one gets no further by it', async () => {
    const forged = await mintUserToken(hub.environment.dataDir, { userId: 'registry-token:none', partyId: 'center', role: 'DATA_STEWARD' });
    expect((await post('checks', { subgraph: 'labs', sdl: labsSdl }, forged)).status).toBe(401);
  });
});
