import type { UserClaims } from '@hub/kernel/identity/token-claims.js';
import { expect, it } from 'vitest';
import { TokenBearer } from './token-bearer.js';

const claims: UserClaims = { kind: 'user', userId: 'center.1', partyId: 'center', role: 'ANALYST', expiresAt: Date.now() + 60_000 };
const authority = (more: Partial<UserClaims> = {}, asking: { purpose?: string; delegation?: string } = {}) =>
  JSON.stringify(new TokenBearer({ ...claims, ...more }, 'Bearer a', { locale: 'en', purpose: asking.purpose, delegation: asking.delegation }).authority);

it('subscriptions are read together only for one user in one role, for one purpose, and in the stead of one', () => {
  const all = [authority(), authority({ userId: 'center.2' }), authority({ role: 'SAMPLER' }), authority({}, { purpose: 'SUPERVISION' }), authority({}, { delegation: 'one' }), authority({}, { delegation: 'another' })];
  expect(new Set(all).size).toBe(all.length);
  expect(authority({}, { delegation: 'one' })).toBe(authority({}, { delegation: 'one' }));
});
