import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { expect, it } from 'vitest';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { ClientKey } from './client-keys.js';
import { keysOfMembers } from './keys-of-members.js';
import { Membership } from './membership.js';

const publicJwk = async (alg: string): Promise<JWK> => exportJWK((await generateKeyPair(alg, { extractable: true })).publicKey);
const keysOf = async (alg: string, more: Partial<ClientKey> = {}) => {
  const key: ClientKey = { id: 'k1', publicJwk: await publicJwk(alg), until: null, userId: 'u1', partyId: 'p1', ...more };
  return keysOfMembers({ clientKey: (id: string) => (id === key.id ? key : undefined), onRefresh: () => () => undefined } as unknown as Membership);
};
const everyWay = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256', 'HS256', 'none', 'constructor'];

it('a key verifies in the ways of its kind alone, and one that asks in another way locks nobody out', async () => {
  for (const [made, ways] of [['ES256', ['ES256']], ['ES384', ['ES384']], ['EdDSA', ['EdDSA']], ['RS256', ['RS256', 'PS256']]] as const) {
    const keys = await keysOf(made);
    // Whichever is asked first, and again after all others.
    for (const alg of [...everyWay, ...everyWay]) expect((await keys({ kid: 'k1', alg })) !== undefined, `${made} as ${alg}`).toBe((ways as readonly string[]).includes(alg));
  }
});

it('a key signs for one user of one party, and no longer than it counts', async () => {
  const found = await (await keysOf('EdDSA'))({ kid: 'k1', alg: 'EdDSA' });
  expect(found?.signsFor({ userId: 'u1', partyId: 'p1' })).toBe(true);
  expect(found?.signsFor({ userId: 'u2', partyId: 'p1' })).toBe(false);
  expect(found?.signsFor({ userId: 'u1', partyId: 'p2' })).toBe(false);
  expect(await (await keysOf('EdDSA', { until: new Date(Date.now() - 1).toISOString() }))({ kid: 'k1', alg: 'EdDSA' })).toBeUndefined();
});

it('who acts by a key is told from the person, whom the replica does not tell apart', async () => {
  const row = { user_id: 'u1', roles: ['ANALYST', 'AUDITOR'], keys: [{ id: 'k1', publicJwk: {}, until: null }], party_id: 'p1', kind: 'LAB', level: null, region_code: '' };
  const membership = new Membership({ $queryRawUnsafe: async (sql: string) => (sql.includes('participant_user') ? [row] : []) } as unknown as Transaction, null);
  await membership.refresh();
  const asks = (claims: object = {}) => membership.callerOf({ userId: 'u1', partyId: 'p1', role: 'ANALYST', ...claims }, undefined);
  expect(asks({ keyId: 'k1' })).toMatchObject({ userId: 'u1', keyId: 'k1' });
  expect(asks()).not.toHaveProperty('keyId');
  expect(asks({ keyId: 'k2' })).toBeUndefined();
  expect(asks({ keyId: 'k1', role: 'AUDITOR' })).toBeUndefined();
});
