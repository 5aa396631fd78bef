import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { expect, it } from 'vitest';
import { requirePublicJwk } from './require-public-jwk.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The same number in another spelling: the last character of 32 octets has two bits that count for nothing. */
const respelt = (text: string) => text.slice(0, -1) + alphabet[alphabet.indexOf(text.at(-1)!) + 1]!;
const thumbprintOf = (jwk: JsonWebKey) => calculateJwkThumbprint(requirePublicJwk('publicJwk', JSON.stringify(jwk)));

it.each([
  ['EC', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }), (jwk: JsonWebKey) => ({ ...jwk, y: respelt(jwk.y!) })],
  ['OKP', generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), (jwk: JsonWebKey) => ({ ...jwk, x: respelt(jwk.x!) })],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }), (jwk: JsonWebKey) => ({ ...jwk, e: 'AAEAAQ' })],
])('a key of kind %s is the same however it is spelt, and whatever stands beside it', async (_kind, jwk, otherwise) => {
  expect(requirePublicJwk('publicJwk', JSON.stringify({ ...otherwise(jwk), kid: 'k', use: 'sig' }))).toEqual(jwk);
  expect(await thumbprintOf(otherwise(jwk))).toBe(await thumbprintOf(jwk));
});

it('and is refused with its private half, short, on another curve, and where it is none', () => {
  const refused = (given: unknown) => expect(() => requirePublicJwk('publicJwk', typeof given === 'string' ? given : JSON.stringify(given))).toThrow('VALUE_INVALID');
  refused(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }));
  refused(generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey.export({ format: 'jwk' }));
  refused(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }));
  refused({ kty: 'oct', k: 'secret' });
  refused('no key');
  refused('[]');
});
