import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { isOutOfStep } from '../src/upstream/out-of-step.js';
import { supergraphOf } from './played-registry.js';
import { productsSubgraph, usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let products: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  [users, products] = await Promise.all([usersSubgraph(), productsSubgraph()]);
  hub = await gatewayUnderTest([users, products]);
});
afterAll(async () => {
  await hub.close();
  await Promise.all([users.close(), products.close()]);
});

describe('what owners refuse and mask', () => {
  it('is one error and one note per coordinate and position, in the words of the client’s query', async () => {
    const { data, errors, extensions } = await hub.ask('{ goods: products { by: seller { name mail: email phone } } }');
    expect(data).toMatchObject({ goods: [{ by: { name: 'name of u1', mail: null, phone: '…1234' } }, {}, {}] });
    expect(errors).toEqual([
      {
        message: 'User.email is refused.',
        path: ['goods', 0, 'by', 'mail'],
        extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'User.email', owner: 'users', terms: 'contact', class: 'UNCONDITIONAL' },
      },
    ]);
    expect(extensions?.sharing).toMatchObject({
      refused: [{ coordinate: 'User.email', path: ['goods', 'by', 'mail'], code: 'SHARING_NOT_IN_AUDIENCE', count: 3 }],
      masked: [{ coordinate: 'User.phone', path: ['goods', 'by', 'phone'], mask: 'LAST_FOUR', count: 3 }],
    });
  });

  it('is told apart by position', async () => {
    const { errors, extensions } = await hub.ask('{ me { email } featured { seller { email } } }');
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['featured.seller.email', 'me.email']);
    expect(extensions?.sharing?.refused).toHaveLength(2);
  });

  it('is merged where the plan asks for the rows of one position in several parts', async () => {
    const query = '{ hits { ... on Product { title seller { email } } ... on Offer { id seller { email name } } } }';
    const before = users.received.length;
    const { errors, extensions } = await hub.ask(query);
    expect(users.received.length - before).toBe(2);
    expect(errors).toMatchObject([{ path: ['hits', 0, 'seller', 'email'] }]);
    expect(extensions?.sharing?.refused).toMatchObject([{ path: ['hits', 'seller', 'email'], count: 4 }]);
  });

  it('has the path of the row also where rows are missing and lists lie in lists', async () => {
    const { errors, extensions } = await hub.ask('{ shop { sections { products { seller { email } } } } }');
    expect(errors).toMatchObject([{ path: ['shop', 'sections', 1, 'products', 1, 'seller', 'email'] }]);
    expect(extensions?.sharing?.refused).toMatchObject([{ path: ['shop', 'sections', 'products', 'seller', 'email'], count: 3 }]);
  });

  it('is not told where nothing was refused or masked', async () => {
    expect(await hub.ask('{ products { title seller { name } } }')).not.toHaveProperty('extensions');
  });
});

describe('an error of a subgraph', () => {
  it('passes as it was told, without a word on how the hub is wired', async () => {
    const { errors } = await hub.ask('{ whoFails uncoded me { name } }');
    expect(errors).toEqual([
      { message: 'Masked by its owner as 4711.', path: ['whoFails'], extensions: { code: 'INTERNAL_SERVER_ERROR', reference: '4711', owner: 'users' } },
      { message: 'The owner says so.', path: ['uncoded'], extensions: { code: 'SOMETHING_OF_THE_OWNER', owner: 'users' } },
    ]);
  });
});

describe('a subgraph that does not answer', () => {
  const query = '{ me { name } products { title seller { name } } featured { seller { name } } }';
  const expected = {
    data: { me: null, products: [{ title: 'product 1', seller: { name: null } }, {}, {}], featured: { seller: { name: null } } },
    errors: [{ message: expect.stringContaining('kept by users'), extensions: { code: 'UPSTREAM_UNAVAILABLE', owner: 'users' } }],
  };

  it('in time is one coded error that names its owner, and the rest of the data is there', async () => {
    users.behave('silently');
    const answer = await hub.ask(query);
    users.behave('well');
    expect(answer).toMatchObject({ status: 200, ...expected });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
  });

  it('because it is gone is the same', async () => {
    const gone = await usersSubgraph();
    await gone.close();
    const other = await gatewayUnderTest([gone, products]);
    const answer = await other.ask(query, { headers: { 'accept-language': 'zh-CN' } });
    await other.close();
    expect(answer).toMatchObject({ data: expected.data, errors: [{ message: expect.stringContaining('users 暂时没有响应') }] });
    expect(answer.errors).toHaveLength(1);
  });
});

describe('a subgraph that does not have what the schema in force has, as in a roll-out', () => {
  it('is told as out of step, by its owner’s name, and not as if the query were wrong; the rest of the data is there', async () => {
    const typeDefs = products.typeDefs.replace(/(type Product [^{]*\{)/, '$1\n    renewed: String');
    expect(typeDefs).not.toBe(products.typeDefs);
    const other = await gatewayUnderTest([users, products], { supergraph: supergraphOf([users, { ...products, typeDefs }]) });
    const answer = await other.ask('{ me { name } products { title renewed } }', { headers: { 'accept-language': 'en' } });
    await other.close();
    expect(answer).toMatchObject({ status: 200, data: { me: { name: expect.any(String) as unknown }, products: null } });
    expect(answer.errors).toMatchObject([{ message: expect.stringContaining('products') as unknown, extensions: { code: 'UPSTREAM_OUT_OF_STEP', owner: 'products' } }]);
  });

  it('is not thought so where it gives data: what it says is wrong is its own', () => {
    const errors = [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }];
    expect([isOutOfStep({ data: null, errors }), isOutOfStep({ errors }), isOutOfStep({ data: { me: null }, errors }), isOutOfStep({ data: null, errors: [{ extensions: { code: 'ANOTHER' } }] })]).toEqual([true, true, false, false]);
  });
});

describe('what the client got wrong', () => {
  it('in not naming one of several operations is told as such', async () => {
    const { status, errors } = await hub.ask('query A { me { name } } query B { me { name } }');
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  });

  it('is said by the gateway itself', async () => {
    expect(await hub.ask('{ nothing }')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(await hub.ask('{ me {')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
    const unnamed = await hub.ask('mutation ($name: String!) { rename(name: $name) { id } }');
    expect(unnamed).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('includes a request that another page could have sent (CSRF)', async () => {
    expect(await hub.ask('{ me { name } }', { headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 400 });
  });
});
