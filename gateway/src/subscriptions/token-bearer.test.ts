import type { UserClaims } from '@hub/kernel/identity/token-claims.js';
import { expect, it } from 'vitest';
import { TokenBearer } from './token-bearer.js';

const claims: UserClaims = { kind: 'user', userId: 'center.1', partyId: 'center', role: 'ANALYST', expiresAt: Date.now() + 60_000 };
const authority = (more: Partial<UserClaims> = {}, asking: { purpose?: string; delegation?: string } = {}) =>
  JSON.stringify(new TokenBearer({ ...claims, ...more }, 'Bearer a', { locale: 'en', purpose: asking.purpose, delegation: asking.delegation }).authority);

it('subscriptions are read together only for one user in one role, for one purpose, in the stead of one, and by one issuer or key', () => {
  const all = [authority(), authority({ userId: 'center.2' }), authority({ role: 'SAMPLER' }), authority({}, { purpose: 'SUPERVISION' }), authority({}, { delegation: 'one' }), authority({}, { delegation: 'another' }), authority({ keyId: 'k1' }), authority({ keyId: 'k2' })];
  expect(new Set(all).size).toBe(all.length);
  expect(authority({}, { delegation: 'one' })).toBe(authority({}, { delegation: 'one' }));
});

it('goes on with a newer token by the same issuer or key alone', () => {
  const bearer = (keyId?: string) => new TokenBearer({ ...claims, ...(keyId !== undefined && { keyId }) }, 'Bearer a', { locale: 'en', purpose: undefined });
  expect(bearer('k1').renewWith(bearer('k1'))).toBe(true);
  for (const other of [bearer('k2'), bearer()]) expect(bearer('k1').renewWith(other)).toBe(false);
  expect(bearer().renewWith(bearer('k1'))).toBe(false);
});
