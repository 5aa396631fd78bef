import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { expect, it } from 'vitest';
import { sm2KeyPair } from '../testing/sm2-key-pair.js';
import { verifyJws } from './verify-jws.js';

const payload = Buffer.from('{"number":"BG-1"}');
const typ = 'inspection-report+jws';
const encoded = (text: string | Buffer) => Buffer.from(text).toString('base64url');

/** A key of each sort, and what it signs: with the header that is given. */
async function signatory(alg: string): Promise<{ readonly key: JWK & { readonly kid: string }; sign(header: object): Promise<string> }> {
  if (alg.startsWith('urn:')) {
    const { publicJwk, id: kid, sign } = await sm2KeyPair();
    const signed = (header: object) => `${encoded(JSON.stringify({ alg, kid, typ, ...header }))}.${encoded(payload)}`;
    return { key: { ...publicJwk, kid }, sign: async (header) => `${signed(header)}.${sign(signed(header))}` };
  }
  const { privateKey, publicKey } = await generateKeyPair(alg);
  return { key: { ...(await exportJWK(publicKey)), kid: 'key-1' }, sign: (header) => new CompactSign(payload).setProtectedHeader({ alg, kid: 'key-1', typ, ...header }).sign(privateKey) };
}

it.each(['ES256', 'ES384', 'PS256', 'EdDSA', 'urn:oid:1.2.156.10197.1.501'])('a signature by %s verifies by its key, for its type, and by nothing else (RFC 8725 §3.11)', async (alg) => {
  const { key, sign } = await signatory(alg);
  const jws = await sign({});
  expect(await verifyJws(jws, key, typ)).toEqual(new Uint8Array(payload));
  const [header, , signature] = jws.split('.');
  const wrong: readonly (readonly [string, typeof key, string])[] = [
    [jws, (await signatory(alg)).key, typ],
    [jws, { ...key, kid: 'another' }, typ],
    [jws, key, 'report-receipt+jws'],
    [await sign({ kid: 'another' }), key, typ],
    [await sign({ typ: 'another+jws' }), key, typ],
    [`${header}.${encoded('{"number":"BG-2"}')}.${signature}`, key, typ],
    ['no signature', key, typ],
  ];
  for (const [given, by, type] of wrong) expect(await verifyJws(given, by, type)).toBeUndefined();
});

it('an algorithm by which the hub takes no signature counts for nothing, though it would verify', async () => {
  const { key, sign } = await signatory('RS256');
  expect(await verifyJws(await sign({}), key, typ)).toBeUndefined();
});
