import { createPrivateKey, sign } from 'node:crypto';
import { join } from 'node:path';
import { developmentIssuer, hubAudience } from '@hub/kernel/identity/issuer.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';

/** A token as somebody could make it by hand: signed by the key in a folder, or with `alg: none`. */
export async function handMadeToken(folder: string, claims: object = {}, algorithm: 'ES256' | 'none' = 'ES256'): Promise<string> {
  const key = await keyFile(join(folder, 'development-issuer.json')).key();
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: developmentIssuer, aud: hubAudience, iat: now, exp: now + 600, sub: 'center.1', party: 'center', role: 'ANALYST' };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: algorithm, typ: 'JWT', kid: key.kid })}.${encode({ ...usual, ...claims })}`;
  if (algorithm === 'none') return `${signed}.`;
  const privateKey = createPrivateKey({ key: key as never, format: 'jwk' });
  return `${signed}.${sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
