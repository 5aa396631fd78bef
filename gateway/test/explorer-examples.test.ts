import { Supergraph } from '@apollo/federation-internals';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { getVariableValues, parse, validate, type OperationDefinitionNode } from 'graphql';
import { expect, it } from 'vitest';
import { examples } from '../console/src/explorer/examples.js';

const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();

it.each(examples.map((example) => [example.title, example] as const))('the example “%s” is an operation of the supergraph, with values for its variables', (_title, { query, variables = {} }) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions as OperationDefinitionNode[];
  expect(operation?.name?.value).toMatch(/^[A-Z]/);
  expect(getVariableValues(schema, operation?.variableDefinitions ?? [], variables).errors).toBeUndefined();
});
