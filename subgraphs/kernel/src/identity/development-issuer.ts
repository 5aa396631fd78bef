import { join } from 'node:path';
import { createLocalJWKSet, importJWK, SignJWT, type JWK, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { developmentIssuer, hubAudience } from './issuer.js';
import { keyFile, type KeyFile } from './key-file.js';

const keyOf = (folder: string): KeyFile => keyFile(join(folder, 'development-issuer.json'));

/** Makes the issuer's key at first start and keeps it with the data; safe to call from several processes at once. */
export function createDevelopmentIssuer(folder: string): Promise<void> {
  return keyOf(folder).create();
}

/** The public half, as a JSON Web Key Set (RFC 7517). */
export function developmentJwks(folder: string): Promise<{ keys: JWK[] }> {
  return keyOf(folder).jwks();
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
  const key = await keyOf(folder).key();
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', typ: 'JWT' })
    .setIssuer(developmentIssuer)
    .setAudience(hubAudience)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(key, 'ES256'));
}
