import { nothing, type RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import { buildSchema, type GraphQLResolveInfo } from 'graphql';
import { expect, it } from 'vitest';
import type { SubgraphContext } from '../service/subgraph-context.js';
import { argumentScopes } from './argument-scopes.js';
import { readScopes } from './read-scopes.js';

const schema = buildSchema(`
  directive @reads(coordinate: String!) on INPUT_FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION
  enum PlanSort { BUDGET @reads(coordinate: "Plan.budget") NUMBER @reads(coordinate: "Plan.number") ID }
  input PlanOrder { by: PlanSort! then: PlanSort }
  input PlanFilter { number: String @reads(coordinate: "Plan.number") budget: Int @reads(coordinate: "Plan.budget") secret: String @reads(coordinate: "Plan.secret") page: Int }
  type Query { plans(filter: PlanFilter, orderBy: PlanOrder, budgetAbove: Int @reads(coordinate: "Plan.budget"), secret: String @reads(coordinate: "Plan.secret"), first: Int): Int }
`);
const info = { schema, parentType: schema.getQueryType(), fieldName: 'plans' } as unknown as GraphQLResolveInfo;
const scope = (coordinate: string): RowCondition => ({ holder: coordinate });
const context = {
  authority: {
    readScopeOf: (coordinate: string) => (coordinate === 'Plan.secret' ? nothing : scope(coordinate)),
    refuseFilter: (coordinate: string, argument: string) => new Error(`${coordinate} by ${argument}`),
  },
} as unknown as SubgraphContext;

it.each([
  ['PlanFilter', { number: 'JH-1', budget: 3 }, ['Plan.number', 'Plan.budget']],
  ['PlanFilter', { number: null, budget: undefined, page: 2, other: 1 }, []],
  ['PlanFilter', null, []],
  ['', { number: 'JH-1' }, []],
  ['PlanSort', { number: 'JH-1' }, []],
  ['PlanOrder', { by: 'BUDGET' }, ['Plan.budget']],
  ['PlanOrder', { by: 'ID', then: 'NUMBER' }, ['Plan.number']],
  ['PlanOrder', { by: 'BUDGET', then: 'BUDGET' }, ['Plan.budget']],
])('chooses rows by a %s of %j on those alone on which the caller may read what it names', (type, value, coordinates) => {
  expect(readScopes(context, info, type, value)).toEqual(coordinates.map(scope));
});

it('is refused, by what it is called, where the coordinate is closed to the caller on every row', () => {
  expect(() => readScopes(context, info, 'PlanFilter', { number: 'JH-1', secret: 'x' })).toThrow('Plan.secret by PlanFilter.secret');
  expect(() => argumentScopes(context, info, { secret: 'x' })).toThrow('Plan.secret by plans(secret:)');
});

it('chooses rows by an argument that names what it reads, where it is given', () => {
  expect(argumentScopes(context, info, { budgetAbove: 3, first: 10 })).toEqual([scope('Plan.budget')]);
  expect(argumentScopes(context, info, { budgetAbove: 0 })).toEqual([scope('Plan.budget')]);
  expect(argumentScopes(context, info, { budgetAbove: null, secret: undefined, filter: {} })).toEqual([]);
});
