import { expect, it } from 'vitest';
import type { Transaction } from '../unit-of-work/transaction.js';
import { Membership } from './membership.js';
import { mappingThatGives, type ToldRoleMapping } from './role-mappings.js';

const issuer = 'https://login.example.cn';
const mapping = (tokenClaim: string, claimValue: string, role = 'SAMPLER', id = 'm1'): ToldRoleMapping => ({ id, issuer, tokenClaim, claimValue, role });
const gives = (claims: object, mappings: ToldRoleMapping | ToldRoleMapping[], { role = 'SAMPLER', kind = 'MONITORING_CENTER', by = issuer, userId = 'u1' } = {}) =>
  mappingThatGives(role, { kind, userId, mappings: [mappings].flat(), asserted: { issuer: by, claims: { ...claims } } })?.id;

it('a claim gives a role by its name or by a pointer into the token, as text or as one of a list, and by nothing that is only like it', () => {
  for (const [tokenClaim, claims] of [
    ['groups', { groups: 'samplers' }],
    ['groups', { groups: ['staff', 'samplers'] }],
    ['https://hub.example/groups', { 'https://hub.example/groups': ['samplers'] }],
    ['/resource_access/hub/roles', { resource_access: { hub: { roles: ['samplers'] } } }],
    ['/a~1b/~0c', { 'a/b': { '~c': 'samplers' } }],
    ['/groups/1', { groups: ['staff', 'samplers'] }],
  ] as const) {
    expect(gives(claims, mapping(tokenClaim, 'samplers')), tokenClaim).toBe('m1');
  }
  for (const [tokenClaim, claims] of [
    ['groups', {}],
    ['groups', { groups: 'Samplers' }],
    ['groups', { groups: 'samplers staff' }],
    ['groups', { groups: [['samplers']] }],
    ['groups', { groups: { samplers: true } }],
    ['/groups', { '/groups': 'samplers' }],
    ['/resource_access/hub', { resource_access: null }],
    ['/length', 'samplers'],
  ] as const) {
    expect(gives(Object(claims) as object, mapping(tokenClaim, 'samplers')), tokenClaim).toBeUndefined();
  }
  // What every object has is nobody's claim.
  expect(gives({}, mapping('/constructor/name', 'Object'))).toBeUndefined();
});

it('a claim counts of the issuer alone that the mapping names, for its role alone, and gives no role that the kind has not, nor an administrator’s', () => {
  const claims = { groups: ['samplers'] };
  expect(gives(claims, mapping('groups', 'samplers'), { by: 'https://elsewhere.example.cn' })).toBeUndefined();
  expect(gives(claims, mapping('groups', 'samplers'), { role: 'ANALYST' })).toBeUndefined();
  expect(gives(claims, mapping('groups', 'samplers'), { kind: 'LAB' })).toBeUndefined();
  for (const role of ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR']) expect(gives(claims, mapping('groups', 'samplers', role), { role }), role).toBeUndefined();
  expect(gives(claims, [mapping('groups', 'elsewhere', 'SAMPLER', 'other'), mapping('groups', 'samplers')])).toBe('m1');
});

it('a claim that every token has, or that names its bearer, gives nothing, however it is pointed to, nor does a mapping to who set it', () => {
  const token = { sub: 'u1', iss: issuer, aud: ['hub', 'u1'], azp: 'u1', jti: 'u1', party: 'p1', role: 'SAMPLER', service: 'u1', client_id: 'u1', scope: 'openid' };
  for (const [claim, value] of Object.entries(token)) {
    for (const tokenClaim of [claim, `/${claim}`]) expect(gives(token, mapping(tokenClaim, [value].flat()[0]!)), tokenClaim).toBeUndefined();
  }
  expect(gives(token, mapping('/aud/1', 'u1'))).toBeUndefined();
  // What lies deeper may have any name.
  expect(gives({ hub: { role: 'samplers' } }, mapping('/hub/role', 'samplers'))).toBe('m1');

  const own = { ...mapping('groups', 'samplers'), recordedBy: 'u1' };
  expect(gives({ groups: 'samplers' }, own)).toBeUndefined();
  expect(gives({ groups: 'samplers' }, own, { userId: 'u2' })).toBe('m1');
  expect(gives({ groups: 'samplers' }, [own, { ...own, id: 'm2', recordedBy: 'u2' }])).toBe('m2');
});

const row = { user_id: 'u1', roles: ['ANALYST'], keys: [], party_id: 'p1', kind: 'MONITORING_CENTER', level: null, region_code: '' };
async function membershipWith(mappings: readonly ToldRoleMapping[], members: readonly object[] = [row], trusted: string | null = issuer): Promise<Membership> {
  const answer = (sql: string) => (sql.includes('participant_user') ? members : sql.includes('role_mappings') ? [{ id: 'p1', role_mappings: mappings }] : []);
  const membership = new Membership({ $queryRawUnsafe: async (sql: string) => answer(sql) } as unknown as Transaction, trusted);
  await membership.refresh();
  return membership;
}
const claims = { userId: 'u1', partyId: 'p1', role: 'SAMPLER', asserted: { issuer, claims: { groups: ['samplers'] } } };

it('a token has the roles that the party keeps and those that its claims give; who is not registered there has none', async () => {
  const membership = await membershipWith([mapping('groups', 'samplers')]);
  expect(membership.callerOf(claims, undefined)).toMatchObject({ userId: 'u1', role: 'SAMPLER', roleMapping: 'm1' });
  expect(membership.callerOf({ ...claims, role: 'ANALYST' }, undefined)).not.toHaveProperty('roleMapping');
  expect(membership.callerOf({ ...claims, role: 'STOREKEEPER' }, undefined)).toBeUndefined();
  expect(membership.callerOf({ ...claims, asserted: undefined }, undefined)).toBeUndefined();
  expect(membership.callerOf({ ...claims, userId: 'u2' }, undefined)).toBeUndefined();
  expect(membership.callerOf({ ...claims, partyId: 'p2' }, undefined)).toBeUndefined();
});

it('what was begun in a role that a claim gave goes on while that mapping stands and no other, and its issuer is trusted', async () => {
  const begun = { userId: 'u1', partyId: 'p1', role: 'SAMPLER', roleMapping: 'm1' };
  expect(await (await membershipWith([mapping('groups', 'samplers')])).callerNow(begun, undefined)).toMatchObject({ role: 'SAMPLER', roleMapping: 'm1' });
  expect(await (await membershipWith([mapping('groups', 'samplers', 'SAMPLER', 'm2')])).callerNow(begun, undefined)).toBeUndefined();
  expect(await (await membershipWith([mapping('groups', 'samplers')])).callerNow({ ...begun, roleMapping: undefined }, undefined)).toBeUndefined();
  expect(await (await membershipWith([], [{ ...row, roles: ['SAMPLER'] }])).callerNow(begun, undefined)).toMatchObject({ role: 'SAMPLER' });
  expect(await (await membershipWith([mapping('groups', 'samplers')], [])).callerNow(begun, undefined)).toBeUndefined();
  expect(await (await membershipWith([mapping('groups', 'samplers')], [row], 'https://elsewhere.example.cn')).callerNow(begun, undefined)).toBeUndefined();
  expect(await (await membershipWith([mapping('groups', 'samplers')], [row], null)).callerNow(begun, undefined)).toMatchObject({ roleMapping: 'm1' });
  for (const gone of [mapping('sub', 'u1'), { ...mapping('groups', 'samplers'), recordedBy: 'u1' }]) {
    expect(await (await membershipWith([gone])).callerNow(begun, undefined), JSON.stringify(gone)).toBeUndefined();
  }
});
