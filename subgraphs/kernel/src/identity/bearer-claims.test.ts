import { expect, it } from 'vitest';
import { bearerClaims } from './bearer-claims.js';
import { tokenVerifier } from './token-verifier.js';

it('whose issuer cannot be asked is not told that its token is wrong, nor where the issuer stands', async () => {
  const logged: string[] = [];
  const keep = (_fields: object, message: string) => void logged.push(message);
  // Nobody listens on port 1.
  const verify = tokenVerifier({ kind: 'oidc', issuer: 'http://127.0.0.1:1' }, { info: keep, warn: keep, error: keep });
  const refused = await bearerClaims(verify)({ authorization: 'Bearer a.b.c', 'accept-language': 'en' }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ extensions: { code: 'ISSUER_UNAVAILABLE', http: { status: 503 } } });
  expect(String(refused)).not.toContain('127.0.0.1');
  expect(logged).toEqual(['the issuer cannot be asked']);
});
