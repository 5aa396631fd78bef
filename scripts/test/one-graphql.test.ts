import { createRequire } from 'node:module';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLSchema, parse } from 'graphql';
import { GraphQLError } from 'graphql/error/index.js';
import { expect, test } from 'vitest';

test('our own files and the packages load the same copy of graphql', () => {
  const require = createRequire(import.meta.url);
  expect(GraphQLSchema).toBe((require('graphql') as typeof import('graphql')).GraphQLSchema);
  expect(GraphQLError).toBe((require('graphql') as typeof import('graphql')).GraphQLError);
  expect(buildSubgraphSchema(parse('type Query { a: Int }'))).toBeInstanceOf(GraphQLSchema);
});
