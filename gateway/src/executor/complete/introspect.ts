import { executeSync, Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

/** Prepares the answer to `__schema` or `__type` at the root of an operation, from the API schema (GraphQL §4). */
export function introspect(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
  fields: readonly FieldNode[],
): (variables: Readonly<Record<string, unknown>>) => unknown {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      // Always a query: a mutation's root has no introspection of its own to be executed.
      { ...operation, operation: 'query' as never, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } },
      ...fragments,
    ],
  };
  const key = fields[0]?.alias?.value ?? fields[0]?.name.value ?? '';
  return (variableValues) => {
    const { data, errors } = executeSync({ schema, document, variableValues });
    if (errors?.[0]) throw errors[0];
    return data?.[key];
  };
}
