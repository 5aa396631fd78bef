import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hubAudience, developmentIssuer } from '@hub/kernel/identity/issuer.js';
import { mintServiceToken, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { hold, subscriptionClient } from '@hub/kernel/testing/subscription-client.js';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';

let hub: HubOnClones;
let own: JWK;
beforeAll(async () => {
  hub = await hubOnClones();
  own = JSON.parse(await readFile(join(hub.dataDir, 'development-issuer.json'), 'utf8')) as JWK;
}, 180_000);
afterAll(() => hub?.close(), 60_000);

const officer = { sub: 'regulator-province.1', party: 'regulator-province', role: 'OFFICER' };

async function sign(claims: { audience?: string; issuer?: string; expires?: string; key?: CryptoKey; header?: object } & Record<string, unknown>): Promise<string> {
  const { audience = hubAudience, issuer = developmentIssuer, expires = '5m', key, header, ...rest } = claims;
  return new SignJWT({ ...officer, ...rest })
    .setProtectedHeader({ alg: 'ES256', kid: own.kid ?? '', ...header })
    .setAudience(audience)
    .setIssuer(issuer)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key ?? (await importJWK(own, 'ES256')));
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Tokens that must open nothing, by what is wrong with them. */
const badTokens: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'no token': async () => undefined,
  'no JWT': async () => 'not-a-token',
  'expired': () => sign({ expires: '-1m' }),
  'for another audience': () => sign({ audience: 'somebody-else' }),
  'of another issuer': () => sign({ issuer: 'https://elsewhere.example' }),
  'signed by another key': async () => {
    const { privateKey } = await generateKeyPair('ES256');
    return sign({ key: privateKey });
  },
  // Whoever signs names the same key as the hub's issuer.
  'of a foreign issuer by a key of the same name': async () => {
    const { privateKey } = await generateKeyPair('ES256');
    return sign({ issuer: 'https://elsewhere.example', key: privateKey });
  },
  'that brings the key along by which it is to be verified': async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    return sign({ key: privateKey, header: { jwk: await exportJWK(publicKey), jku: 'https://elsewhere.example/keys' } });
  },
  'not valid yet': () => sign({ nbf: Math.floor(Date.now() / 1000) + 3600 }),
  'with alg none': async () =>
    `${encoded({ alg: 'none' })}.${encoded({ ...officer, aud: hubAudience, iss: developmentIssuer, exp: 4_000_000_000 })}.`,
  'signed with the public key as a secret': async () => {
    const { kty, crv, x, y } = own;
    return new SignJWT(officer)
      .setProtectedHeader({ alg: 'HS256', kid: own.kid ?? '' })
      .setAudience(hubAudience)
      .setIssuer(developmentIssuer)
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(JSON.stringify({ kty, crv, x, y })));
  },
  'without party and role': () => sign({ party: undefined, role: undefined }),
  'for a role that the user does not carry': () => sign({ role: 'AUDITOR' }),
  'for a party that the user does not belong to': () => sign({ party: 'regulator-city' }),
  'for a user that nobody knows': () => sign({ sub: 'regulator-province.9' }),
  'of a service': () => mintServiceToken(hub.dataDir, 'labs'),
  'of a service that names a member too': () => sign({ service: 'labs' }),
};

/** Everywhere that a token is looked at: __typename of the root needs no subgraph, so the gateway is asked what it cannot answer alone. */
const places = (): [place: string, url: string, query: string][] => [
  ['gateway', hub.hub.url, '{ viewer { userId } }'],
  ...Object.entries(hub.hub.subgraphs).map(([owner, url]): [string, string, string] => [owner, url, '{ __schema { queryType { name } } }']),
];

async function post(url: string, token: string | undefined, query: string, language = 'en') {
  const response = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });
  return {
    status: response.statusCode,
    body: (await response.body.json()) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] },
  };
}

/** What an officer may follow at each place: the feed after a cursor, of others what comes from now on. */
const followedAt = (after: string | null): Readonly<Record<string, string>> => ({
  'gateway': `exchangeEvents(after: ${JSON.stringify(after)})`,
  'exchange': `exchangeEvents(after: ${JSON.stringify(after)})`,
  'regulator': 'monitoringPlanIssued',
  'monitoring-center': 'riskInformationTakenIn',
  'labs': 'inspectionReportIssued',
  'platforms': 'platformHandlingMoved',
  'registry': 'schemaPublished',
});

/** Follows a subscription once the place has let its caller in, and notes when it ends. */
async function follow(url: string, token: string, field: string) {
  const client = subscriptionClient(url, { authorization: `Bearer ${token}` });
  const letIn = new Promise<unknown>((resolve) => client.on('connected', resolve));
  const held = hold(client, { query: `subscription { ${field} { kind } }` });
  const ended = held.ended.then(({ code, after }) => ({ code, after, at: performance.now() }));
  await Promise.race([letIn, ended]);
  return { field, held, ended };
}

describe('a token opens nothing unless it is whole', () => {
  it.each(Object.keys(badTokens))('%s: UNAUTHENTICATED and no data, at the gateway and at each subgraph', async (what) => {
    const token = await badTokens[what]?.();
    for (const [place, url, query] of places()) {
      const { status, body } = await post(url, token, query);
      expect({ place, status, data: body.data ?? null, code: body.errors?.[0]?.extensions.code }).toEqual({
        place,
        status: 401,
        data: null,
        code: 'UNAUTHENTICATED',
      });
    }
  });

  it('and opens when it is: at the gateway and at each subgraph', async () => {
    for (const [place, url, query] of places()) {
      expect((await post(url, await sign({}), query)).body, place).toEqual({ data: place === 'gateway' ? { viewer: { userId: officer.sub } } : { __schema: { queryType: { name: 'Query' } } } });
    }
  });

  it('tells the reason in the caller’s language, and nothing of what verifies it', async () => {
    for (const [what, make] of Object.entries(badTokens)) {
      const told = (await post(hub.hub.subgraphs.labs, await make(), '{ __typename }', 'zh-CN')).body.errors?.[0]?.message ?? '';
      expect(told.replace('Authorization: Bearer', ''), what).toMatch(/^无法确认请求者身份：(?!.*\b[a-z]+ [a-z]+\b)/);
    }
    expect((await post(hub.hub.url, undefined, '{ __typename }', 'zh-CN')).body.errors?.[0]?.message).toMatch(/^无法确认请求者身份/);
    expect((await post(hub.hub.url, undefined, '{ __typename }', 'en')).body.errors?.[0]?.message).toMatch(/^Who asks is not known/);
  });

  it('opens the log to services only, each its own events', async () => {
    const events = async (token: string) => {
      const response = await request(`${hub.hub.subgraphs['monitoring-center']}/events?limit=1000`, { headers: { authorization: `Bearer ${token}` } });
      return { status: response.statusCode, body: (await response.body.json()) as { events?: unknown[]; errors?: { extensions: { code: string } }[] } };
    };
    const member = await events(await mintUserToken(hub.dataDir, { userId: 'center.1', partyId: 'center', role: 'ANALYST' }));
    expect(member).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'SERVICE_ONLY' } }] } });
    expect((await events(await mintServiceToken(hub.dataDir, 'exchange'))).body.events?.length).toBeGreaterThan(0);
    expect((await events(await mintServiceToken(hub.dataDir, 'platforms'))).body.events).toEqual([]);
  });

  it('refuses a purpose that the hub does not know', async () => {
    const token = await mintUserToken(hub.dataDir, { userId: officer.sub, partyId: officer.party, role: officer.role });
    const response = await request(`${hub.hub.subgraphs.exchange}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-hub-purpose': 'CURIOSITY' },
      body: JSON.stringify({ query: '{ viewer { userId } }' }),
    });
    expect(response.statusCode).toBe(400);
    expect(await response.body.json()).toMatchObject({ errors: [{ extensions: { code: 'PURPOSE_UNKNOWN' } }] });
  });

  it('of a member that was suspended opens nothing any more within two seconds, at the gateway and at each subgraph, and what they follow ends', async () => {
    const token = await mintUserToken(hub.dataDir, { userId: 'regulator-county.1', partyId: 'regulator-county', role: 'OFFICER' });
    for (const [place, url, query] of places()) expect((await post(url, token, query)).status, place).toBe(200);
    const feed = (await post(hub.hub.url, token, '{ exchangeEvents(first: 1) { pageInfo { endCursor } } }')).body.data as { exchangeEvents: { pageInfo: { endCursor: string | null } } };
    const fields = followedAt(feed.exchangeEvents.pageInfo.endCursor);
    const following = await Promise.all(places().map(([place, url]) => follow(url, token, fields[place] ?? '')));

    const security = await mintUserToken(hub.dataDir, { userId: 'security.1', partyId: 'center', role: 'SECURITY_ADMINISTRATOR' });
    const suspend = async (participantId: string) => {
      const suspension = `mutation { suspendParticipant(items: [{ idempotencyKey: "s-${participantId}", participantId: "${participantId}", reason: "安全事件" }]) { outcomes { refusal { code } } } }`;
      expect((await post(hub.hub.url, security, suspension)).body).toMatchObject({ data: { suspendParticipant: { outcomes: [{ refusal: null }] } } });
      return performance.now();
    };
    // What others go through is told to who follows it.
    await suspend('enterprise-1');
    await Promise.all(following.filter(({ field }) => field.startsWith('exchangeEvents')).map(({ held }) => held.until(1)));

    const suspended = await suspend('regulator-county');
    const closed = await Promise.all(
      places().map(async ([place, url, query]) => {
        const { body } = await eventually(() => post(url, token, query), ({ status }) => status === 401);
        return { place, data: body.data ?? null, code: body.errors?.[0]?.extensions.code, inTime: performance.now() - suspended <= 2_000 };
      }),
    );
    expect(closed).toEqual(places().map(([place]) => ({ place, data: null, code: 'UNAUTHENTICATED', inTime: true })));
    const ends = await Promise.all(following.map(({ ended }) => ended));
    // With the cursor to come back with: it was going on.
    expect(ends.map(({ at, ...end }) => ({ ...end, inTime: at - suspended <= 2_000 }))).toEqual(places().map(() => ({ code: 'UNAUTHENTICATED', after: expect.any(String), inTime: true })));
    await Promise.all(following.map(({ held }) => held.leave()));
  });
});
