import fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** A client that the provider knows, beside the services of the hub: its secret, and what its tokens say. */
export interface KnownClient {
  readonly secret: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Seconds for which its tokens are valid. */
  readonly lifetime: number;
}

/** An OpenID provider as far as the hub and its partners need one: metadata, keys, client credentials (RFC 6749 §4.4). */
export class OpenidProvider {
  readonly #server: FastifyInstance = fastify({ forceCloseConnections: true });
  readonly #keys: JWK[] = [];
  readonly #clients: Readonly<Record<string, KnownClient>>;
  #signing: { key: CryptoKey; kid: string } | undefined;
  issuer = '';
  /** Tokens that were given, by client. */
  readonly given = new Map<string, number>();

  constructor(clients: Readonly<Record<string, KnownClient>> = {}) {
    this.#clients = clients;
  }

  async start(): Promise<void> {
    this.#server.get('/.well-known/openid-configuration', async () => ({
      issuer: this.issuer,
      jwks_uri: `${this.issuer}/keys`,
      token_endpoint: `${this.issuer}/token`,
    }));
    this.#server.get('/keys', async () => ({ keys: this.#keys }));
    this.#server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    this.#server.post('/token', async (call, reply) => {
      const [client = '', secret] = Buffer.from((call.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString().split(':').map(decodeURIComponent);
      const known = this.#clients[client] ?? { secret: `secret of ${client}`, claims: { sub: client, service: client }, lifetime: 300 };
      if (secret !== known.secret || call.body !== 'grant_type=client_credentials') return reply.code(401).send({ error: 'invalid_client' });
      this.given.set(client, (this.given.get(client) ?? 0) + 1);
      return { access_token: await this.sign(known.claims, known.lifetime), token_type: 'Bearer', expires_in: known.lifetime };
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

  /** @param lifetime in seconds */
  sign(claims: Readonly<Record<string, unknown>>, lifetime = 300): Promise<string> {
    if (!this.#signing) throw new Error('The provider has no key yet.');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.#signing.kid })
      .setIssuer(this.issuer)
      .setAudience('hub')
      .setIssuedAt()
      .setExpirationTime(`${lifetime}s`)
      .sign(this.#signing.key);
  }

  /** Settings of a hub whose services are its clients. */
  settingsFor(services: readonly string[], settingName: (service: never) => string): Record<string, string> {
    const clients = services.flatMap((service) => [
      [`OIDC_CLIENT_ID_${settingName(service as never)}`, service],
      [`OIDC_CLIENT_SECRET_${settingName(service as never)}`, `secret of ${service}`],
    ]);
    return { OIDC_ISSUER: this.issuer, NODE_ENV: 'production', ...Object.fromEntries(clients) };
  }

  stop(): Promise<void> {
    return this.#server.close();
  }
}
