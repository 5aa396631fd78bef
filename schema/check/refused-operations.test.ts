import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { operationFinding, refusedOperations } from './refused-operations.js';

const before = buildSchema('type Query { name: String fax: String }');
const after = buildSchema('type Query { name: String }');
const told = (body: string) => refusedOperations(before, after, [{ id: 'a1b2', client: 'desk', name: 'Fax', body }]);

it('an operation that would be refused is told with client and reason, and in the finding with neither', () => {
  const refused = told('query Fax { fax }');
  expect(refused).toEqual([{ operationId: 'a1b2', client: 'desk', name: 'Fax', problem: 'Cannot query field "fax" on type "Query".' }]);
  const [found] = operationFinding(refused, ['labs']);
  expect(found).toMatchObject({ kind: 'BREAKING', severity: 'ERROR', code: 'REGISTERED_OPERATION_REFUSED', owners: ['labs'] });
  expect(JSON.stringify(found)).not.toMatch(/desk|Fax|fax/);
});

it('one that stays valid, or is not valid now, is no matter of this change', () => {
  expect([told('query Name { name }'), told('query Gone { gone }'), operationFinding([], ['labs'])]).toEqual([[], [], []]);
});
