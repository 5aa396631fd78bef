import { expect, it } from 'vitest';
import type { Caller } from '../decision/caller.js';
import type { Stamps } from '../decision/stamps.js';
import { ask as askSchema, schemaUnderTerms } from '../testing/schema-under-terms.js';
import { enforceTerms } from './enforce-terms.js';

const sharing = (name: string, audience: string) => `@sharing(owner: "here", terms: "${name}", class: UNCONDITIONAL, audience: [${audience}])`;
const everybody = sharing('everybody', '{ kinds: [LAB] }');
const own = sharing('own', '{ kinds: [LAB], rows: OWN }');

const schema = schemaUnderTerms(
  `type Query { documents: [Document!] ${everybody} subjects: [Subject!] ${everybody} }
  interface Document { id: ID number: String }
  union Subject = Report | Receipt
  type Report implements Document { id: ID ${everybody} number: String ${own} }
  type Receipt implements Document { id: ID ${everybody} number: String ${everybody} seal: String ${own} }`,
  {
    Query: {
      documents: (_root, _args, { authority }) => rows(authority),
      subjects: (_root, _args, { authority }) => rows(authority),
    },
  },
);
const rows = (authority: { admit<Row extends object>(row: Row, stamps: Stamps, type: string): Row }) =>
  (['lab-1', 'lab-2'] as const).flatMap((holder) => {
    const stamps = { holder, concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: '', reached: [] };
    return ['Report', 'Receipt'].map((type) => authority.admit({ __typename: type, id: `${type} of ${holder}`, number: `number of ${holder}`, seal: `seal of ${holder}` }, stamps, type));
  });
const table = enforceTerms(schema, { owner: 'here', maskKey: 'key' });
const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };
const ask = async (source: string) => {
  const { result } = await askSchema(schema, table, lab, source);
  return { data: result.data as Record<string, Record<string, string | null>[]>, codes: result.errors?.map(({ extensions }) => `${String(extensions['code'])} ${String(extensions['coordinate'])}`) };
};

const whole = { documents: [
  { __typename: 'Report', number: 'number of lab-1' },
  { __typename: 'Receipt', number: 'number of lab-1' },
  { __typename: 'Report', number: null },
  { __typename: 'Receipt', number: 'number of lab-2' },
] };
const refusals = ['SHARING_NOT_IN_AUDIENCE Report.number'];

it('asked through an interface, a field has the terms of the type that answers, row by row', async () => {
  expect(await ask('{ documents { __typename number } }')).toEqual({ data: whole, codes: refusals });
});

it('no fragment on an interface, a union or one of its types makes more of it', async () => {
  const spread = '{ documents { __typename ...Any } } fragment Any on Document { ... on Document { ... on Report { number } ...Receipts } } fragment Receipts on Receipt { number }';
  expect(await ask(spread)).toEqual({ data: whole, codes: refusals });
  const { data, codes } = await ask('{ subjects { __typename ... on Document { number } ... on Receipt { seal } } }');
  expect(data['subjects']?.map(({ number }) => number)).toEqual(whole.documents.map(({ number }) => number));
  expect(data['subjects']?.map(({ seal }) => seal)).toEqual([undefined, 'seal of lab-1', undefined, null]);
  expect(codes).toEqual([...refusals, 'SHARING_NOT_IN_AUDIENCE Receipt.seal']);
});

it('nor does an alias: what is denied stays so under the name of what is open', async () => {
  const { data } = await ask('{ documents { id: number number: id } }');
  expect(data['documents']?.map(({ id, number }) => [id, number])).toEqual([
    ['number of lab-1', 'Report of lab-1'],
    ['number of lab-1', 'Receipt of lab-1'],
    [null, 'Report of lab-2'],
    ['number of lab-2', 'Receipt of lab-2'],
  ]);
});
