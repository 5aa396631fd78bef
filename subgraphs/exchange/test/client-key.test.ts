import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { calculateJwkThumbprint, importJWK, SignJWT, type JWK } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { memberAct } from './member-acts.js';
import { algorithms, newPair, proofBy, provedKey, type Pair } from './proved-key.js';

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const administrator = { identity: 'administrator', user: 1 } as const;
const value = 'id state usableUntil replacedBy { id } revocationReason user { id }';
const issue = async (userId: string, pair: Pair, more: object = {}) => memberAct<{ id: string }>(hub, administrator, 'issueClientKey', { ...(await provedKey(pair, userId)), ...more }, value);
const revoke = (clientKeyId: string) => memberAct<{ id: string }>(hub, administrator, 'revokeClientKey', { clientKeyId, reason: '主机被入侵' }, value);

/** A user of the centre for a system. */
async function systemUser(): Promise<string> {
  const userId = randomUUID();
  expect((await memberAct(hub, administrator, 'registerUser', { userId, name: '接口系统', roles: ['ANALYST'] })).refusal).toBeNull();
  return userId;
}
/** One whose key pair was issued. */
async function system(): Promise<Pair & { userId: string; keyId: string }> {
  const userId = await systemUser();
  const pair = await newPair();
  const { value: issued } = await issue(userId, pair);
  return { ...pair, userId, keyId: issued!.id };
}
async function asked(token: string): Promise<{ status: number; text: string }> {
  const { statusCode, body } = await request(new URL('/graphql', hub.url), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { userId role } }' }) });
  return { status: statusCode, text: await body.text() };
}
/** A token by a key, whatever it says. */
async function forged({ privateJwk, userId }: { privateJwk: JWK; userId: string }, claims: object, times: { iat?: number; exp?: number } = {}, kid?: string): Promise<string> {
  const alg = algorithms[String(privateJwk.kty)] ?? '';
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ party: 'center', role: 'ANALYST', iss: 'urn:hub:client-system', sub: userId, aud: 'hub', iat: now, exp: now + 300, ...times, ...claims })
    .setProtectedHeader({ alg, kid: kid ?? (await calculateJwkThumbprint(privateJwk)) })
    .sign(await importJWK(privateJwk, alg));
}
const tokenOf = (system: { privateJwk: JWK; userId: string }) => forged(system, {});

describe('a key of a party’s own system (系统密钥, 5.4.4)', () => {
  it('signs tokens by which the system acts as its user, within two seconds after its administrator has issued it', async () => {
    for (const alg of ['EdDSA', 'ES256', 'RS256']) {
      const userId = await systemUser();
      const pair = await newPair(alg);
      expect((await issue(userId, pair)).value, alg).toMatchObject({ state: 'IN_FORCE', user: { id: userId }, usableUntil: null });
      const answer = await eventually(async () => asked(await tokenOf({ ...pair, userId })), ({ status }) => status === 200);
      expect(JSON.parse(answer.text), alg).toMatchObject({ data: { viewer: { userId, role: 'ANALYST' } } });
    }
  });

  it('is no proof for anybody else: another user, role, party or service, a token that is good for longer, or one of a year to come', async () => {
    const own = await system();
    await eventually(async () => asked(await tokenOf(own)), ({ status }) => status === 200);
    const other = await system();
    const now = Math.floor(Date.now() / 1000);
    const refused = {
      user: await forged(own, { sub: other.userId }),
      'a person': await forged(own, { sub: 'center.1' }),
      role: await forged(own, { role: 'DATA_STEWARD' }),
      party: await forged(own, { party: 'lab-1', role: 'TECHNICIAN' }),
      service: await forged(own, { service: 'gateway' }),
      'a key of another': await forged({ ...own, privateJwk: other.privateJwk }, {}, {}, own.keyId),
      'no such key': await forged({ ...own, privateJwk: (await newPair()).privateJwk }, {}),
      'the issuer of the hub': await forged(own, { iss: 'urn:hub:development-issuer' }),
      audience: await forged(own, { aud: 'elsewhere' }),
      'good for an hour': await forged(own, {}, { exp: now + 3600 }),
      'of a year to come': await forged(own, {}, { iat: now + 31_536_000, exp: now + 31_536_300 }),
      expired: await forged(own, {}, { iat: now - 400, exp: now - 100 }),
    };
    for (const [name, token] of Object.entries(refused)) expect((await asked(token)).status, name).toBe(401);
    expect((await asked(await forged(own, {}))).status).toBe(200);
  });

  it('gives way to the next one, counts beside it for the overlap, and never after it was revoked', async () => {
    const own = await system();
    const next = await newPair();
    expect((await issue(own.userId, next, { overlap: 'P91D' })).refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'overlap' });
    const { value: issued } = await issue(own.userId, next, { overlap: 'PT1H' });
    await eventually(async () => asked(await tokenOf({ ...next, userId: own.userId })), ({ status }) => status === 200);
    expect((await asked(await tokenOf(own))).status).toBe(200);
    expect(await hub.database.clientKey.findUnique({ where: { id: own.keyId } })).toMatchObject({ state: 'ROTATED', replacedById: issued!.id, usableUntil: expect.any(Date) });
    // As if the hour were over.
    await hub.database.clientKey.update({ where: { id: own.keyId }, data: { usableUntil: new Date('2026-01-01T00:00:00Z') } });
    await systemUser();
    await eventually(async () => asked(await tokenOf(own)), ({ status }) => status === 401);
    const told = async (userId: string) => (await hub.database.$queryRaw<{ keys: { id: string }[] }[]>`SELECT keys FROM kernel.participant_user WHERE id = ${userId}`)[0]?.keys.map(({ id }) => id);
    await eventually(() => told(own.userId), (ids) => ids?.join() === issued!.id);
    // As a process tells it that knows of no keys yet.
    const { users, ...party } = await hub.database.participant.findUniqueOrThrow({ where: { id: 'center' }, include: { users: true } });
    await hub.database.$transaction((tx) => replaceParticipant(tx, { ...party, users: users.map(({ id, roles, active }) => ({ id, roles, active })) }));
    expect(await told(own.userId)).toEqual([issued!.id]);
    const token = await tokenOf({ ...next, userId: own.userId });
    expect((await asked(token)).status).toBe(200);

    const lastId = issued!.id;
    expect((await revoke(lastId)).value).toMatchObject({ state: 'REVOKED', revocationReason: '主机被入侵' });
    // The token that was just let in, which is remembered as verified.
    await eventually(() => asked(token), ({ status }) => status === 401);
    expect((await revoke(lastId)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
    expect((await issue(own.userId, next)).refusal).toMatchObject({ code: 'CLIENT_KEY_KNOWN', field: 'publicJwk' });
  });

  it('is issued to who proves that its private half is at hand, and to nobody who has but seen its public half', async () => {
    const userId = await systemUser();
    const [pair, another, ofRsa] = [await newPair(), await newPair(), await newPair('RS256')];
    const now = Math.floor(Date.now() / 1000);
    const by = (claims: object) => proofBy(pair.privateJwk, userId, claims);
    const refused: Readonly<Record<string, readonly [proof: string, why: RegExp]>> = {
      'nothing signed': ['proof', /no signed JWT/],
      'another key': [await proofBy(another.privateJwk, userId), /another key has signed it/],
      'another kind of key': [await proofBy(ofRsa.privateJwk, userId), /in a way in which the key may not sign/],
      'a token of the system': [await tokenOf({ ...pair, userId }), /typ client-key-proof\+jwt/],
      'of another kind': [await proofBy(pair.privateJwk, userId, {}, 'JWT'), /typ client-key-proof\+jwt/],
      'another user': [await proofBy(pair.privateJwk, 'center.1'), /this user of this party/],
      'by another user': [await by({ iss: 'center.1' }), /this user of this party/],
      'for another user': [await by({ sub: 'center.1' }), /this user of this party/],
      'another party': [await by({ party: 'lab-1' }), /this user of this party/],
      'another hub': [await by({ aud: 'elsewhere' }), /at this hub/],
      'without a time': [await by({ iat: undefined }), /iat/],
      'of the day before yesterday': [await by({ iat: now - 172_800 }), /more than a day ago/],
      'of a year to come': [await by({ iat: now + 31_536_000 }), /still to come/],
    };
    for (const [name, [proof, why]] of Object.entries(refused)) {
      expect((await issue(userId, pair, { proof })).refusal, name).toMatchObject({ code: 'CLIENT_KEY_UNPROVED', field: 'proof', message: expect.stringMatching(why) as string });
    }
    // Nobody learns by trying which keys the hub knows.
    const known = await system();
    expect((await issue(userId, known, { proof: await proofBy(another.privateJwk, userId) })).refusal).toMatchObject({ code: 'CLIENT_KEY_UNPROVED' });
    const proof = await by({ iat: now - 86_000 });
    expect((await asked(proof)).status).toBe(401);
    expect((await issue(userId, pair, { proof })).value).toMatchObject({ state: 'IN_FORCE', user: { id: userId } });
    await eventually(async () => asked(await tokenOf({ ...pair, userId })), ({ status }) => status === 200);
    // And where the key counts it is no token for that.
    expect((await asked(proof)).status).toBe(401);
  });

  it('is a public key that the hub verifies by, and no administrator’s; it is issued, revoked and seen by the own party alone', async () => {
    const own = await system();
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
    const secret = { kty: 'oct', k: 'c2VjcmV0' };
    const pair = await newPair();
    for (const given of ['no JSON', '[]', JSON.stringify(secret), JSON.stringify(weak), JSON.stringify(pair.privateJwk), JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }), JSON.stringify({ kty: 'constructor' })]) {
      expect((await issue(own.userId, pair, { publicJwk: given })).refusal, given).toMatchObject({ code: 'VALUE_INVALID', field: 'publicJwk' });
    }
    expect((await issue('administrator.2', pair)).refusal).toMatchObject({ code: 'KEY_OF_ADMINISTRATOR', field: 'userId' });
    expect((await issue('lab-1.1', pair)).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'userId' });
    const resting = await systemUser();
    await memberAct(hub, administrator, 'changeUser', { userId: resting, active: false });
    expect((await issue(resting, pair)).refusal).toMatchObject({ code: 'USER_NOT_ACTIVE', field: 'userId' });
    // A role that came later does not come with the key.
    await memberAct(hub, administrator, 'changeUser', { userId: own.userId, roles: ['ANALYST', 'SYSTEM_ADMINISTRATOR'] });
    await eventually(() => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM kernel.participant_user WHERE id = ${own.userId} AND 'SYSTEM_ADMINISTRATOR' = ANY(roles)`, ({ length }) => length === 1);
    await eventually(async () => asked(await tokenOf(own)), ({ status }) => status === 200);
    expect((await asked(await forged(own, { role: 'SYSTEM_ADMINISTRATOR' }))).status).toBe(401);
    const other = await system();
    await eventually(async () => asked(await tokenOf(other)), ({ status }) => status === 200);
    const { value: latest } = await issue(other.userId, pair);
    expect(latest).toMatchObject({ state: 'IN_FORCE' });
    const list = '{ clientKeys(first: 100) { nodes { id } } }';
    expect((await hub.ask('lab-1', list)).data).toEqual({ clientKeys: { nodes: [] } });
    expect(JSON.stringify((await hub.ask('center', list)).data)).toContain(latest!.id);
    const { body } = await request(new URL('/.well-known/client-keys.json', hub.url));
    const { keys } = (await body.json()) as { keys: Record<string, unknown>[] };
    expect(keys.map(({ kid }) => kid)).toContain(other.keyId);
    expect(keys.every((key) => !('d' in key) && !('userId' in key))).toBe(true);
  });
});
