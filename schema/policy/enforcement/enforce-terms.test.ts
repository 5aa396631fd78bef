import { beforeEach, expect, it } from 'vitest';
import type { Caller } from '../decision/caller.js';
import type { Stamps } from '../decision/stamps.js';
import type { TermsTable } from '../terms/read-terms.js';
import { ask as askSchema, schemaUnderTerms, type Resolvers } from '../testing/schema-under-terms.js';
import { enforceTerms } from './enforce-terms.js';

const sharing = (name: string, audience: string, rest = 'class: UNCONDITIONAL') =>
  `@sharing(owner: "here", terms: "${name}", ${rest}, audience: [${audience}])`;
const own = sharing('own', '{ kinds: [REGULATOR], rows: OWN }, { kinds: [LAB], rows: CONCERNED, visibleFrom: "ISSUED" }');
const masked = (mask: string) => sharing('masked', `{ kinds: [REGULATOR], rows: OWN, mask: ${mask} }, { kinds: [LAB] }`);

const sdl = `
  type Query {
    plans(count: Int! = 1): [Plan!] ${sharing('parties', '{ kinds: [REGULATOR, LAB] }')}
    forgotten: String
  }
  type Mutation { "Issue a plan (计划下达, 3.1 a)." issuePlan: Payload @act(owner: "here", audience: [{ kinds: [REGULATOR], roles: [OFFICER] }]) }
  type Payload { done: Boolean @structural }
  type Plan {
    title: String ${own}
    onRequest: String ${sharing('onRequest', '{ kinds: [REGULATOR] }', 'class: CONDITIONAL')}
    budget: Int ${sharing('budget', '{ kinds: [LAB] }', 'class: NOT_SHARED, ground: "law"')}
    officer: String ${masked('PARTIAL')}
    officerLater: String ${masked('PARTIAL')}
    phone: String ${masked('HASH')}
    note: Int ${masked('NULL')}
    broken: String ${own}
    brokenLater: String ${masked('HASH')}
    _internal: String
    lab: Lab ${own}
  }
  type Lab { id: ID @sharing(owner: "there", terms: "register", class: UNCONDITIONAL, audience: []) }
`;
const stamps: Stamps = { holder: 'city', concerned: ['lab-1'], sellerRegion: null, producerRegion: null, platformRegion: null, state: 'DRAFT', reached: ['DRAFT'] };
const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER' };
const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };

let rowOf: (admit: (row: object) => object) => object;
const row = () => ({ title: 'a title', budget: 5, officer: '王小明', phone: '13800138000', note: 7, _internal: 'secret' });
const resolvers: Resolvers = {
  Query: {
    plans: (_root, { count }: { count: number }, { authority }) =>
      Array.from({ length: count }, () => rowOf((plan) => authority.admit(plan, stamps, 'Plan'))),
    forgotten: () => 'forgotten',
  },
  Mutation: { issuePlan: () => ({ done: true }) },
  Plan: {
    officerLater: async () => '王小明',
    broken: () => {
      throw new Error('the database is gone');
    },
    brokenLater: () => Promise.reject(new Error('the database is gone, later')),
    lab: () => ({ id: 'lab-9' }),
  },
};
const schema = schemaUnderTerms(sdl, resolvers);
const table: TermsTable = enforceTerms(schema, { owner: 'here', maskKey: 'key' });
const ask = (caller: Caller, source: string) => askSchema(schema, table, caller, source);
const codes = (errors: readonly { extensions: Record<string, unknown> }[] | undefined) => errors?.map(({ extensions }) => extensions['code']);

beforeEach(() => {
  rowOf = (admit) => admit(row());
});

it('opens a row to whom its terms name, and refuses the rest with code, terms and owner', async () => {
  const { result } = await ask(officer, '{ plans { title budget } }');
  expect(result.data).toEqual({ plans: [{ title: 'a title', budget: null }] });
  expect(result.errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toEqual([
    { path: ['plans', 0, 'budget'], code: 'SHARING_NOT_SHARED', coordinate: 'Plan.budget', owner: 'here', terms: 'budget', class: 'NOT_SHARED', holderKinds: [] },
  ]);
});

it('says that a state has not been reached yet', async () => {
  const { result } = await ask(lab, '{ plans { title } }');
  expect(codes(result.errors)).toEqual(['SHARING_NOT_YET_VISIBLE']);
});

it('denies a row that no repository admitted, however it looks', async () => {
  rowOf = () => ({ ...row(), ...stamps });
  const { result } = await ask(officer, '{ plans { title lab { id } } }');
  expect(result.data).toEqual({ plans: [{ title: null, lab: null }] });
  expect(codes(result.errors)).toEqual(['SHARING_NOT_IN_AUDIENCE', 'SHARING_NOT_IN_AUDIENCE']);
});

it('denies what has no terms, also behind an underscore', async () => {
  const { result } = await ask(officer, '{ forgotten plans { _internal } _service { sdl } }');
  expect(result.data).toEqual({ forgotten: null, plans: [{ _internal: null }], _service: null });
  expect(codes(result.errors)).toEqual(['SHARING_NO_TERMS', 'SHARING_NO_TERMS']);
});

it('echoes the key of another owner’s entity to whoever brought it', async () => {
  expect((await ask(officer, '{ plans { lab { id } } }')).result).toEqual({ data: { plans: [{ lab: { id: 'lab-9' } }] } });
});

it('lets act whom the terms of the act name, and tells the others who may', async () => {
  expect((await ask(officer, 'mutation { issuePlan { done } }')).result).toEqual({ data: { issuePlan: { done: true } } });
  const { result } = await ask({ ...officer, role: 'AUDITOR' }, 'mutation { issuePlan { done } }');
  expect(result.data).toEqual({ issuePlan: null });
  expect(result.errors?.[0]?.extensions).toEqual({ code: 'ACT_NOT_PERMITTED', act: 'issuePlan', audience: ['REGULATOR OFFICER'], owner: 'here', clause: '3.1 a' });
});

it('gives one error for a thousand denied rows at one position, and their count apart', async () => {
  const { result, authority } = await ask(officer, '{ plans(count: 1000) { budget cost: budget } }');
  expect(result.errors?.map(({ path }) => path)).toEqual([
    ['plans', 0, 'budget'],
    ['plans', 0, 'cost'],
  ]);
  expect(authority.notes()).toEqual({
    grants: [],
    stale: [],
    masked: [],
    refused: [
      expect.objectContaining({ coordinate: 'Plan.budget', path: ['plans', 'budget'], code: 'SHARING_NOT_SHARED', ground: 'law', count: 1000 }),
      expect.objectContaining({ coordinate: 'Plan.budget', path: ['plans', 'cost'], count: 1000 }),
    ],
  });
});

it('masks what a resolver gives at once or later, and notes it', async () => {
  const { result, authority } = await ask(officer, '{ plans(count: 2) { officer officerLater phone note } }');
  expect(result.errors).toBeUndefined();
  const plan = { officer: '王***明', officerLater: '王***明', phone: expect.stringMatching(/^hmac-sha-256:/), note: null };
  expect(result.data).toEqual({ plans: [plan, plan] });
  expect(authority.notes().masked.map(({ coordinate, mask, count }) => `${coordinate} ${mask} ${count}`)).toEqual([
    'Plan.officer PARTIAL 2',
    'Plan.officerLater PARTIAL 2',
    'Plan.phone HASH 2',
    'Plan.note NULL 2',
  ]);
});

it('gives the same fields unmasked to whom a clause opens them so', async () => {
  const { result } = await ask(lab, '{ plans { officer officerLater phone note } }');
  expect(result).toEqual({ data: { plans: [{ officer: '王小明', officerLater: '王小明', phone: '13800138000', note: 7 }] } });
});

it('passes on a resolver’s own error, thrown at once or later, masked or not', async () => {
  const { result } = await ask(officer, '{ plans { broken brokenLater } }');
  expect(result.data).toEqual({ plans: [{ broken: null, brokenLater: null }] });
  expect(result.errors?.map(({ message }) => message).sort()).toEqual(['the database is gone', 'the database is gone, later']);
});

it('names a grant for what the grant has opened, and not for what is open without it', async () => {
  const given = { grants: [{ id: 'g1', holder: 'city', coordinates: ['Plan.title', 'Plan.onRequest'] }], closings: [], stale: false };
  const read = async (source: string) => (await askSchema(schema, table, { ...officer, purpose: 'SUPERVISION' }, source, given)).authority.notes().grants;
  expect(await read('{ plans { title } }')).toEqual([]);
  rowOf = (admit) => admit(row());
  expect(await read('{ plans { onRequest } }')).toEqual(['g1']);
});

it('runs no resolver whose value is denied', async () => {
  const { result } = await ask(lab, '{ plans { broken } }');
  expect(codes(result.errors)).toEqual(['SHARING_NOT_YET_VISIBLE']);
});
