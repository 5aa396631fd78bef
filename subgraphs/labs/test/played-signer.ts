import { sm2KeyPair, type Sm2KeyPair } from '@hub/kernel/testing/sm2-key-pair.js';
import fastify from 'fastify';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

/** How a played signer answers: well, or in one of the ways in which one can fail. */
export type SignerManner = 'well' | 'silent' | 'failing' | 'refusing' | 'no JSON' | 'wrong signature' | 'another key' | 'weak key' | 'known key' | 'certificate of another' | 'private key' | 'SM2';

/** A signer of its own over HTTP, as gateway/docs/reports.md asks for one: it makes keys, and no private half ever leaves it. */
export interface PlayedSigner {
  readonly url: string;
  readonly token: string;
  /** What it was asked, oldest first. */
  readonly asked: { readonly what: string; readonly body: Record<string, unknown> }[];
  behave(manner: SignerManner): void;
  close(): Promise<void>;
}

/** A certificate for some key (self-signed, valid until 2126). */
const certificate =
  'MIIBcDCCARWgAwIBAgIUaDNeyBwlP7C3BYraOjIWi4f2/HMwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAgFw0yNjExMjgwMTM0MDFaGA8yMTI2MTEwNDAxMzQwMVowDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKcOWhzRwxV27dLmjo1zXkUMWxl9B5ZmVzLpi1bejIzqX/dEnIt7HEoas7m+ZpcBLH+q5U6YGD3G83HjRytn2V6jUzBRMB0GA1UdDgQWBBTbtrBeSRbuQqHHbrw4VPzFVYI5pzAfBgNVHSMEGDAWgBTbtrBeSRbuQqHHbrw4VPzFVYI5pzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCN6iKlb39WCn0aV9I1g5E+YgWBgKiEMMb1xjibfuSEkgIhAI5oJQCT83HDQLojcwG9BVQPd15qFJU/kDWvWot3Rb4t';

export async function playedSigner(): Promise<PlayedSigner> {
  const token = 'a token of the signer';
  const keys = new Map<string, CryptoKey>();
  const keysOfSm2 = new Map<string, Sm2KeyPair>();
  const asked: { what: string; body: Record<string, unknown> }[] = [];
  let manner: SignerManner = 'well';
  const server = fastify({ forceCloseConnections: true });
  server.addHook('preHandler', async (request, reply) => {
    if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send({ message: 'who are you' });
    asked.push({ what: request.url, body: request.body as Record<string, unknown> });
    if (manner === 'silent') return new Promise<never>(() => undefined);
    if (manner === 'failing') return reply.code(503).send({ message: 'the device is away' });
    if (manner === 'refusing') return reply.code(403).send({ message: 'the certificate has expired' });
    return manner === 'no JSON' ? reply.type('text/plain').send('signed!') : undefined;
  });
  let latest: JWK | undefined;
  server.post('/hub/keys', async () => {
    if (manner === 'known key') return { publicJwk: latest };
    if (manner === 'SM2') {
      const key = await sm2KeyPair();
      keysOfSm2.set(key.id, key);
      return { publicJwk: key.publicJwk };
    }
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const publicJwk: JWK = await exportJWK(publicKey);
    keys.set(await calculateJwkThumbprint(publicJwk), privateKey);
    if (manner === 'well') latest = publicJwk;
    if (manner === 'certificate of another') return { publicJwk: { ...publicJwk, x5c: [certificate] } };
    if (manner === 'private key') return { publicJwk: await exportJWK(privateKey) };
    return { publicJwk: manner === 'weak key' ? { kty: 'EC', crv: 'secp256k1', x: publicJwk.x, y: publicJwk.y } : publicJwk };
  });
  server.post<{ Body: { key: string; algorithm: string; signingInput: string } }>('/hub/signatures', async ({ body: { key, algorithm, signingInput } }) => {
    const ofSm2 = keysOfSm2.get(key);
    if (ofSm2) return { signature: ofSm2.sign(manner === 'wrong signature' ? 'something else' : signingInput) };
    const [header = '', payload = ''] = signingInput.split('.');
    const signing = manner === 'another key' ? (await generateKeyPair('ES256')).privateKey : keys.get(key);
    if (!signing) throw new Error(`no key ${key}`);
    const content = manner === 'wrong signature' ? Buffer.from('something else') : Buffer.from(payload, 'base64url');
    const jws = await new CompactSign(content).setProtectedHeader({ ...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object), alg: algorithm }).sign(signing);
    return { signature: jws.split('.')[2] };
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${address}/hub`, token, asked, behave: (next) => (manner = next), close: () => server.close() };
}
