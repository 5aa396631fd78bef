import { owners } from '@hub/prisma/owner.js';
import { mintUserToken, createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';

/** An OpenID provider as far as the hub needs one: metadata, keys, client credentials (RFC 6749 §4.4). */
class Provider {
  readonly #server: FastifyInstance = fastify({ forceCloseConnections: true });
  readonly #keys: JWK[] = [];
  #signing: { key: CryptoKey; kid: string } | undefined;
  issuer = '';

  async start(): Promise<void> {
    this.#server.get('/.well-known/openid-configuration', async () => ({
      issuer: this.issuer,
      jwks_uri: `${this.issuer}/keys`,
      token_endpoint: `${this.issuer}/token`,
    }));
    this.#server.get('/keys', async () => ({ keys: this.#keys }));
    this.#server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    this.#server.post('/token', async (call, reply) => {
      const [client, secret] = Buffer.from((call.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString().split(':').map(decodeURIComponent);
      if (secret !== `secret of ${client}` || call.body !== 'grant_type=client_credentials') return reply.code(401).send({ error: 'invalid_client' });
      return { access_token: await this.sign({ sub: client, service: client }), token_type: 'Bearer', expires_in: 300 };
    });
    await this.rotate();
    this.issuer = await this.#server.listen({ host: '127.0.0.1', port: 0 });
  }

  /** A new key signs from now on; the keys before it stay published. */
  async rotate(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const kid = `key-${this.#keys.length + 1}`;
    this.#keys.push({ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' });
    this.#signing = { key: privateKey, kid };
  }

  sign(claims: Record<string, unknown>): Promise<string> {
    if (!this.#signing) throw new Error('The provider has no key yet.');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.#signing.kid })
      .setIssuer(this.issuer)
      .setAudience('hub')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(this.#signing.key);
  }

  stop(): Promise<void> {
    return this.#server.close();
  }
}

const provider = new Provider();
let hub: HubOnClones;
beforeAll(async () => {
  await provider.start();
  const clients = [...owners, 'gateway'].flatMap((service) => [
    [`OIDC_CLIENT_ID_${settingName(service)}`, service],
    [`OIDC_CLIENT_SECRET_${settingName(service)}`, `secret of ${service}`],
  ]);
  hub = await hubOnClones({ OIDC_ISSUER: provider.issuer, NODE_ENV: 'production', ...Object.fromEntries(clients) });
}, 180_000);
afterAll(async () => {
  await hub?.close();
  await provider.stop();
}, 60_000);

const officer = { sub: 'regulator-province.1', party: 'regulator-province', role: 'OFFICER' };

async function viewer(token: string) {
  const response = await request(`${hub.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { userId role } }' }),
  });
  return { status: response.statusCode, body: await response.body.json() };
}

describe('with an OpenID provider', () => {
  it('believes its tokens, for its services and its members, also after a change of keys', async () => {
    // That the hub became ready at all says that its services got their tokens there and read each other’s logs with them.
    expect(await viewer(await provider.sign(officer))).toMatchObject({ status: 200, body: { data: { viewer: { userId: officer.sub, role: 'OFFICER' } } } });
    await provider.rotate();
    const until = Date.now() + 10_000;
    let answer = await viewer(await provider.sign(officer));
    // A JWKS is fetched anew for an unknown key at most every five seconds.
    while (answer.status !== 200 && Date.now() < until) answer = await viewer(await provider.sign(officer));
    expect(answer.status).toBe(200);
  });

  it('believes the development issuer no more, and serves no key of it', async () => {
    await createDevelopmentIssuer(hub.dataDir);
    const token = await mintUserToken(hub.dataDir, { userId: officer.sub, partyId: officer.party, role: officer.role });
    expect(await viewer(token)).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    const keys = await request(`${hub.hub.url}/.well-known/jwks.json`);
    await keys.body.dump();
    expect(keys.statusCode).toBe(404);
  });
});
