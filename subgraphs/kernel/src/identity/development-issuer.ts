import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { developmentIssuer, hubAudience } from './issuer.js';

const keyFile = 'development-issuer.json';

/** Makes the issuer's key at first start and keeps it with the data; safe to call from several processes at once. */
export async function createDevelopmentIssuer(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, keyFile);
  if (await readFile(path).then(() => true, () => false)) return;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
  const temporary = `${path}.${process.pid}`;
  const file = await open(temporary, 'w', 0o600);
  await file.writeFile(JSON.stringify(key));
  await file.sync();
  await file.close();
  await rename(temporary, path);
}

/** The public half, as a JSON Web Key Set (RFC 7517). */
export async function developmentJwks(folder: string): Promise<{ keys: JWK[] }> {
  const { kty, crv, x, y, kid, alg, use } = await readKey(folder);
  return { keys: [{ kty, crv, x, y, kid, alg, use } as JWK] };
}

export async function developmentKeys(folder: string): Promise<JWTVerifyGetKey> {
  return createLocalJWKSet(await developmentJwks(folder));
}

/** A token for a user who acts for a party in a role. */
export function mintUserToken(
  folder: string,
  user: { readonly userId: string; readonly partyId: string; readonly role: string },
  lifetime = '12h',
): Promise<string> {
  return mint(folder, { sub: user.userId, party: user.partyId, role: user.role }, lifetime);
}

/** A token for one of the hub's own services. */
export function mintServiceToken(folder: string, service: string, lifetime = '1h'): Promise<string> {
  return mint(folder, { sub: `service:${service}`, service }, lifetime);
}

async function mint(folder: string, claims: JWTPayload, lifetime: string): Promise<string> {
  const key = await readKey(folder);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', typ: 'JWT' })
    .setIssuer(developmentIssuer)
    .setAudience(hubAudience)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(key, 'ES256'));
}

async function readKey(folder: string): Promise<JWK> {
  return JSON.parse(await readFile(join(folder, keyFile), 'utf8')) as JWK;
}
