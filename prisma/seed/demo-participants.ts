/** A party of the demo and its users. Names are invented; codes pass their checks. */
export interface DemoParticipant {
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly name: string;
  readonly uscc: string;
  readonly regionCode: string;
  readonly roles: readonly string[];
}

/** Users 1 to 3 of each party, who carry all of its roles. */
export const demoUsersPerParty = [1, 2, 3] as const;

export const demoParticipants: readonly DemoParticipant[] = [
  {
    id: 'regulator-province',
    kind: 'REGULATOR',
    level: 'PROVINCE',
    name: '之江省市场监督管理局（演示）',
    uscc: '11330000MB1A0001XC',
    regionCode: '330000',
    roles: ['OFFICER'],
  },
  {
    id: 'regulator-city',
    kind: 'REGULATOR',
    level: 'CITY',
    name: '湖滨市市场监督管理局（演示）',
    uscc: '11330100MB1A00028H',
    regionCode: '330100',
    roles: ['OFFICER'],
  },
  {
    id: 'regulator-county',
    kind: 'REGULATOR',
    level: 'COUNTY',
    name: '运河区市场监督管理局（演示）',
    uscc: '11330105MB1A00036L',
    regionCode: '330105',
    roles: ['OFFICER'],
  },
  {
    id: 'center',
    kind: 'MONITORING_CENTER',
    level: null,
    name: '之江电子商务产品质量监测中心（演示）',
    uscc: '12330100MB1A000444',
    regionCode: '330100',
    roles: ['ANALYST', 'SAMPLER', 'STOREKEEPER', 'DATA_STEWARD', 'AUDITOR', 'SECURITY_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR'],
  },
  {
    id: 'lab-1',
    kind: 'LAB',
    level: null,
    name: '青禾检测技术有限公司（演示）',
    uscc: '91330108MA2B00019M',
    regionCode: '330108',
    roles: ['TECHNICIAN', 'REVIEWER', 'SIGNATORY'],
  },
  {
    id: 'lab-2',
    kind: 'LAB',
    level: null,
    name: '白鹭质量检验有限公司（演示）',
    uscc: '91330110MA2B00027C',
    regionCode: '330110',
    roles: ['TECHNICIAN', 'REVIEWER', 'SIGNATORY'],
  },
  {
    id: 'platform-1',
    kind: 'PLATFORM',
    level: null,
    name: '云集市网络有限公司（演示）',
    uscc: '91330106MA2C0001X9',
    regionCode: '330106',
    roles: ['OFFICER'],
  },
  {
    id: 'platform-2',
    kind: 'PLATFORM',
    level: null,
    name: '好物街科技有限公司（演示）',
    uscc: '91330108MA2C000286',
    regionCode: '330108',
    roles: ['OFFICER'],
  },
  {
    id: 'merchant-1',
    kind: 'MERCHANT',
    level: null,
    name: '小满日用品商行（演示）',
    uscc: '91330105MA2D00010K',
    regionCode: '330105',
    roles: ['OFFICER'],
  },
  {
    id: 'enterprise-1',
    kind: 'ENTERPRISE',
    level: null,
    name: '晴川电器制造有限公司（演示）',
    uscc: '91330108MA2E00011L',
    regionCode: '330108',
    roles: ['OFFICER'],
  },
  {
    id: 'department-1',
    kind: 'DEPARTMENT',
    level: null,
    name: '湖滨市应急管理局（演示）',
    uscc: '11330100MB1E00013B',
    regionCode: '330100',
    roles: ['OFFICER'],
  },
];

/** An identity to try the hub with: a party, and the role its users act in unless told otherwise. */
export interface DemoIdentity {
  readonly name: string;
  readonly partyId: string;
  readonly defaultRole: string;
  readonly roles: readonly string[];
}

const rolesOf = (partyId: string) => demoParticipants.find(({ id }) => id === partyId)?.roles ?? [];
const stewardRoles = ['DATA_STEWARD', 'AUDITOR', 'SECURITY_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR'];

/** Stewards, auditors and administrators are users of the centre; as identities of their own they are easier to try. */
export const demoIdentities: readonly DemoIdentity[] = [
  ...['regulator-province', 'regulator-city', 'regulator-county'].map((id) => identity(id, 'OFFICER')),
  { ...identity('center', 'ANALYST'), roles: rolesOf('center').filter((role) => !stewardRoles.includes(role)) },
  identity('lab-1', 'TECHNICIAN'),
  identity('lab-2', 'TECHNICIAN'),
  identity('platform-1', 'OFFICER'),
  identity('platform-2', 'OFFICER'),
  identity('merchant-1', 'OFFICER'),
  identity('enterprise-1', 'OFFICER'),
  identity('department-1', 'OFFICER'),
  { name: 'steward', partyId: 'center', defaultRole: 'DATA_STEWARD', roles: ['DATA_STEWARD'] },
  { name: 'auditor', partyId: 'center', defaultRole: 'AUDITOR', roles: ['AUDITOR'] },
  { name: 'security', partyId: 'center', defaultRole: 'SECURITY_ADMINISTRATOR', roles: ['SECURITY_ADMINISTRATOR'] },
  { name: 'administrator', partyId: 'center', defaultRole: 'SYSTEM_ADMINISTRATOR', roles: ['SYSTEM_ADMINISTRATOR'] },
];

/** The users of a demo party with their roles, as the register of the exchange has them. */
export function demoUsersOf(party: DemoParticipant): { id: string; name: string; roles: string[]; active: boolean }[] {
  return demoIdentities
    .filter(({ partyId }) => partyId === party.id)
    .flatMap(({ name, roles }) =>
      demoUsersPerParty.map((user) => ({
        id: `${name}.${user}`,
        name: `${party.name.replace('（演示）', '')}用户${user}`,
        roles: [...roles],
        active: true,
      })),
    );
}

function identity(partyId: string, defaultRole: string): DemoIdentity {
  return { name: partyId, partyId, defaultRole, roles: rolesOf(partyId) };
}
