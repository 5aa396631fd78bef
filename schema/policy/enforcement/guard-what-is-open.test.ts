import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Caller } from '../decision/caller.js';
import { readTerms, type TermsTable } from '../terms/read-terms.js';
import { ask as askSchema, schemaUnderTerms } from '../testing/schema-under-terms.js';
import { enforceTerms } from './enforce-terms.js';
import { guardWhatIsOpen } from './guard-what-is-open.js';

const everybody = '@sharing(owner: "here", terms: "everybody", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }])';
const shut = '@sharing(owner: "here", terms: "shut", class: NOT_SHARED, ground: "law", audience: [{ kinds: [MONITORING_CENTER] }])';
const ofAnother = '@sharing(owner: "there", terms: "register", class: UNCONDITIONAL, audience: [])';

interface Directives {
  readonly cursor: string;
  readonly key: string;
}
const sdlOf = ({ cursor, key }: Directives) => `
  type Query { edges: [Edge!] ${everybody} }
  type Edge {
    cursor(from: Int! = 1): String ${cursor}
    plain: String @structural
    title: String ${everybody}
    lab: Lab ${everybody}
  }
  type Lab { id: ID ${key} }
`;
const built: Directives = { cursor: '@structural', key: ofAnother };
const tableOf = (directives: Directives) => readTerms(schemaUnderTerms(sdlOf(directives), {}));

const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };
const cursorOf = vi.fn((parent: { place: number }, { from }: { from: number }) => `cursor ${parent.place + from}`);

let schema: GraphQLSchema;
let table: TermsTable;
beforeEach(() => {
  cursorOf.mockClear();
  const edges = [1, 2, 3].map((place) => ({ place, plain: `plain ${place}`, title: `title ${place}`, lab: { id: `lab-${place}` } }));
  schema = schemaUnderTerms(sdlOf(built), { Query: { edges: () => edges }, Edge: { cursor: cursorOf as never } });
  table = enforceTerms(schema, { owner: 'here', maskKey: 'key' });
});

const field = (type: string, name: string) => (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
const ask = async (inForce: TermsTable, source: string) => {
  const { result, authority } = await askSchema(schema, inForce, lab, source);
  return { data: JSON.parse(JSON.stringify(result.data)) as unknown, codes: result.errors?.map(({ extensions }) => extensions['code']), notes: authority.notes(), trace: authority.trace };
};

describe('what the code leaves open and the terms in force do not (5.4.3)', () => {
  it('as structure is refused on every row, counted, and not resolved', async () => {
    const inForce = tableOf({ ...built, cursor: shut });
    guardWhatIsOpen(schema, 'here', table, inForce);
    const { data, codes, notes, trace } = await ask(inForce, '{ edges { cursor plain title } }');
    expect(data).toEqual({ edges: [1, 2, 3].map((place) => ({ cursor: null, plain: `plain ${place}`, title: `title ${place}` })) });
    expect(codes).toEqual(['SHARING_NOT_SHARED']);
    expect(notes.refused).toMatchObject([{ coordinate: 'Edge.cursor', count: 3 }]);
    expect(trace.refusals).toEqual({ 'Edge.cursor SHARING_NOT_SHARED': { '': 3 } });
    expect(cursorOf).not.toHaveBeenCalled();
  });

  it('as another owner’s key is refused where the terms in force have it as this owner’s', async () => {
    const inForce = tableOf({ ...built, key: shut });
    guardWhatIsOpen(schema, 'here', table, inForce);
    const { data, codes } = await ask(inForce, '{ edges { lab { id } } }');
    expect([data, codes]).toEqual([{ edges: [1, 2, 3].map(() => ({ lab: { id: null } })) }, ['SHARING_NOT_SHARED']]);
  });

  it('and do not know at all is refused', async () => {
    const inForce = tableOf({ ...built, cursor: '' });
    guardWhatIsOpen(schema, 'here', table, inForce);
    expect((await ask(inForce, '{ edges { cursor } }')).codes).toEqual(['SHARING_NO_TERMS']);
  });

  it('is open again as it was, with its arguments, to an operation whose terms leave it open', async () => {
    guardWhatIsOpen(schema, 'here', table, tableOf({ cursor: shut, key: shut }));
    const { data, codes, notes } = await ask(table, '{ edges { cursor(from: 10) lab { id } } }');
    expect([data, codes]).toEqual([{ edges: [1, 2, 3].map((place) => ({ cursor: `cursor ${place + 10}`, lab: { id: `lab-${place}` } })) }, undefined]);
    expect(notes.refused).toEqual([]);
  });

  it('has one guard, however often terms are taken up', () => {
    const inForce = tableOf({ ...built, cursor: shut });
    guardWhatIsOpen(schema, 'here', table, inForce);
    const { resolve } = field('Edge', 'cursor');
    guardWhatIsOpen(schema, 'here', table, inForce);
    expect(field('Edge', 'cursor').resolve).toBe(resolve);
    expect(resolve).not.toBe(cursorOf);
  });
});

describe('nothing is put before', () => {
  const resolvers = () => [['Query', 'edges'], ['Edge', 'cursor'], ['Edge', 'plain'], ['Edge', 'title'], ['Lab', 'id'], ['Query', '_service'], ['Query', '_entities'], ['_Service', 'sdl']].map(([type, name]) => field(type!, name!).resolve);

  it('what both leave open, what has terms of its own, and what Federation asks', () => {
    const before = resolvers();
    guardWhatIsOpen(schema, 'here', table, tableOf(built));
    expect(resolvers()).toEqual(before);
  });

  it('a field that has terms in the code, whatever the terms in force say of it: shield stands there', () => {
    const before = field('Edge', 'title').resolve;
    guardWhatIsOpen(schema, 'here', table, { fields: new Map(), acts: new Map(), structural: new Set(), withoutTerms: new Set() });
    expect(field('Edge', 'title').resolve).toBe(before);
    for (const [type, name] of [['Query', '_service'], ['_Service', 'sdl']]) expect(field(type!, name!).resolve, name).toBeUndefined();
  });
});
