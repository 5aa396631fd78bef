import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { productsSubgraph, usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let products: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  [users, products] = await Promise.all([usersSubgraph(), productsSubgraph()]);
  const limits = { LIMIT_TOKENS: 120, LIMIT_DEPTH: 4, LIMIT_FIELDS: 20, LIMIT_ALIASES: 3, LIMIT_ROOT_FIELDS: 5, LIMIT_DIRECTIVES: 2 };
  hub = await gatewayUnderTest([users, products], { limits });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([users.close(), products.close()]);
});

const repeated = (times: number, text: (n: number) => string) => Array.from({ length: times }, (_, n) => text(n)).join(' ');

interface Limit {
  readonly name: string;
  readonly limit: number;
  /** A document of this size. */
  readonly document: (size: number) => string;
}

const limits: Limit[] = [
  { name: 'LIMIT_TOKENS', limit: 120, document: (size) => `{ me { name(upper: ${repeated(size - 10, () => '[')} ) } }` },
  { name: 'LIMIT_DEPTH', limit: 4, document: (size) => `{ shop { sections { products { ${size === 4 ? 'title' : 'seller { name }'} } } } }` },
  { name: 'LIMIT_FIELDS', limit: 20, document: (size) => `{ me { ${repeated(size - 1, () => 'name')} } }` },
  { name: 'LIMIT_ALIASES', limit: 3, document: (size) => `{ me { ${repeated(size, (n) => `a${n}: name`)} } }` },
  { name: 'LIMIT_ROOT_FIELDS', limit: 5, document: (size) => `{ ${repeated(size, () => 'uncoded')} }` },
  { name: 'LIMIT_DIRECTIVES', limit: 2, document: (size) => `{ me { name ${repeated(size, (n) => ['@skip(if: false)', '@include(if: true)', '@skip(if: false)'][n] ?? '')} } }` },
];

describe.each(limits)('$name', ({ name, limit, document }) => {
  it('lets the limit itself pass', async () => {
    const { errors = [] } = await hub.ask(document(limit));
    expect(errors.map(({ extensions }) => extensions?.['code'])).not.toContain(name);
  });

  it('refuses one more, says the limit, what came and what to do, and asks no subgraph', async () => {
    const asked = () => users.received.length + products.received.length;
    const before = asked();
    const answer = await hub.ask(document(limit + 1));
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: name, limit, came: limit + 1 } }] });
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.message).toMatch(new RegExp(`\\b${limit + 1}\\b.*\\b${limit}\\b.*\\. (Ask|Send|Leave)`));
    expect(asked()).toBe(before);
  });

  it('speaks the language of the caller', async () => {
    const { errors } = await hub.ask(document(limit + 1), { headers: { 'accept-language': 'zh-CN' } });
    expect(errors?.[0]?.message).toMatch(/上限为/);
  });
});

describe('fragments', () => {
  it('count wherever they are spread: depth, fields, aliases and root fields cannot hide in them', async () => {
    const codeOf = async (document: string) => (await hub.ask(document)).errors?.[0]?.extensions?.['code'];
    const inner = 'fragment P on Product { seller { name } } fragment S on Section { products { ...P } }';
    expect(await codeOf(`{ shop { sections { ...S } } } ${inner}`)).toBe('LIMIT_DEPTH');
    expect(await codeOf('{ ...Q ...Q } fragment Q on Query { a: uncoded b: whoFails }')).toBe('LIMIT_ALIASES');
    expect(await codeOf('{ ...Q ...Q } fragment Q on Query { uncoded uncoded uncoded }')).toBe('LIMIT_ROOT_FIELDS');
    expect(await codeOf('{ me { ...U ...U ...U } } fragment U on User { name name name name name name name }')).toBe('LIMIT_FIELDS');
  });

  it('that spread each other doubling every time are refused without being written out', async () => {
    const other = await gatewayUnderTest([users, products]);
    const bomb = `{ me { ...F0 } } ${repeated(800, (n) => `fragment F${n} on User { ...F${n + 1} ...F${n + 1} }`)} fragment F800 on User { name }`;
    const { errors, status } = await other.ask(bomb);
    await other.close();
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining(`${Number.MAX_SAFE_INTEGER}`), extensions: { code: 'LIMIT_FIELDS', limit: 2_000 } }] });
  });

  it('that lead in a circle are refused with the circle, also when nothing spreads them', async () => {
    const circle = 'fragment A on User { ...B } fragment B on User { ... on User { ...A } }';
    for (const operation of ['{ me { ...A } }', '{ uncoded }']) {
      expect((await hub.ask(`${operation} ${circle}`)).errors).toMatchObject([
        { message: expect.stringContaining('A → B → A'), extensions: { code: 'FRAGMENT_CYCLE' } },
      ]);
    }
    expect((await hub.ask('{ me { ...A } } fragment A on User { ...A }')).errors).toMatchObject([{ extensions: { code: 'FRAGMENT_CYCLE' } }]);
  });
});

describe('a document', () => {
  it('is measured with the fragments that nothing spreads, for the validator reads them as well', async () => {
    const { errors } = await hub.ask(`{ uncoded } fragment U on User { ${repeated(21, () => 'name')} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_FIELDS', came: 21 } }]);
  });

  it('is measured by its largest operation, whichever is asked for', async () => {
    const { errors } = await hub.ask(`query Small { me { name } } query Large { ${repeated(6, () => 'uncoded')} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_ROOT_FIELDS' } }]);
  });

  it('that nests deeper than the parser could follow is refused by its brackets', async () => {
    const other = await gatewayUnderTest([users, products], { limits: { LIMIT_TOKENS: 100_000 } });
    // Also where what follows is no GraphQL: the parser gets as far.
    for (const [bracket, end] of [['{ a ', ''], ['[', ''], ['[', '"']] as const) {
      const { errors } = await other.ask(`{ me(a: ${repeated(20_000, () => bracket)}${end}`);
      expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_DEPTH', came: 20_002 } }]);
    }
    await other.close();
  });

  it('that is no GraphQL is told as such', async () => {
    expect((await hub.ask('{ me { "')).errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  });

  it('is told of after the caller is known, so that nobody else makes the gateway read one', async () => {
    const { status } = await hub.ask(`{ ${repeated(50, () => 'uncoded')} }`, { headers: { authorization: undefined } });
    expect(status).toBe(401);
  });

  it('is measured as well when it comes by GET, however it is written into the address', async () => {
    const text = encodeURIComponent(`{ ${repeated(6, () => 'uncoded')} }`);
    // %FF is no UTF-8: some decoders then leave all as it is, others put a character in its place.
    for (const search of [`query=${text}`, `qu%65ry=${text}`, `query=${text}%23%FF`]) {
      const response = await fetch(`${hub.url}/graphql?${search}`, { headers: { authorization: `Bearer ${hub.token}` } });
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_ROOT_FIELDS' } }] });
    }
  });
});

describe('introspection', () => {
  it('goes through a bounded number of lists, for the gateway answers it from memory in one go: again and again is refused', async () => {
    const other = await gatewayUnderTest([users, products]);
    const walk = (n: number) => `a${n}: __schema { types { ...T } }`;
    const fragment = 'fragment T on __Type { fields { name } ... { interfaces { name } } }';
    const six = await other.ask(`{ ${repeated(6, walk)} } ${fragment}`);
    const seven = await other.ask(`{ ${repeated(7, walk)} } ${fragment}`);
    await other.close();
    expect(six.errors).toBeUndefined();
    expect(seven).toMatchObject({ status: 400, errors: [{ extensions: { code: 'LIMIT_INTROSPECTION', limit: 20, came: 21 } }] });
  });

  it('as explorers ask for it passes the limits that are set where nothing is set', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const other = await gatewayUnderTest([users, products]);
    const answer = await other.ask(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true }));
    await other.close();
    expect(answer).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
    expect(answer.errors).toBeUndefined();
  });

  it('is refused with a code where it is off, also inside a fragment, and type names are not', async () => {
    const other = await gatewayUnderTest([users, products], { introspection: false });
    const answers = await Promise.all(['{ __schema { types { name } } }', '{ ...Q } fragment Q on Query { __type(name: "User") { name } }'].map((text) => other.ask(text)));
    const typeName = await other.ask('{ __typename me { __typename } }');
    await other.close();
    for (const answer of answers) expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'INTROSPECTION_OFF' } }] });
    expect(typeName.data).toMatchObject({ __typename: 'Query', me: { __typename: 'User' } });
  });
});
