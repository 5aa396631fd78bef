import { readFile } from 'node:fs/promises';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { Kind, parse, type FieldDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCostTable } from '../src/limits/cost/cost-table.js';
import { standardLimits } from '../src/limits/limit-settings.js';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';

const table = readCostTable(supergraphSdl);
const fields = parse(supergraphSdl).definitions.flatMap((definition) =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []).map((field): [string, FieldDefinitionNode] => [`${definition.name.value}.${field.name.value}`, field]) : [],
);

describe('the hub’s supergraph', () => {
  it('tells the size of every list that is read by pages', () => {
    const pages = fields.filter(([, field]) => ['first', 'after'].every((name) => field.arguments?.some((argument) => argument.name.value === name)));
    expect(pages.length).toBeGreaterThan(30);
    for (const [coordinate] of pages) {
      expect([coordinate, table.sizes.get(coordinate)]).toEqual([
        coordinate,
        expect.objectContaining({ assumed: 50, slicing: expect.arrayContaining(['first']), sized: expect.arrayContaining(['nodes']) }),
      ]);
    }
  });
});

describe('an operation at the hub', () => {
  let hub: GatewayUnderTest;
  beforeAll(async () => {
    hub = await gatewayUnderTest([], { supergraph: supergraphSdl });
  });
  afterAll(() => hub.close());

  it('such as the reference query passes the standard limits with the largest page that owners give', async () => {
    const query = await readFile(new URL('journeys/reference-query.graphql', import.meta.url), 'utf8');
    const codes = async (first: number) => (await hub.ask(query, { variables: { first } })).errors?.map(({ extensions }) => extensions?.['code']);
    expect(await codes(500)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(await codes(standardLimits.LIMIT_COST)).toEqual(['LIMIT_COST']);
  });

  it('that asks what is wrong with a mapping asks it once, for it takes its owner a moment of its own', async () => {
    const problems = (name: string) => `${name}: importMappingProblems(text: "mapping: [") { code }`;
    const codes = async (query: string) => (await hub.ask(query)).errors?.map(({ extensions }) => extensions?.['code']);
    expect(await codes(`{ ${problems('one')} }`)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(await codes(`{ ${problems('one')} ${problems('two')} }`)).toEqual(['LIMIT_COST']);
  });
});
