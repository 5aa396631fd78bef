import { Kind, parse, type OperationDefinitionNode, type OperationTypeNode } from 'graphql';

/** The one operation of a document (GraphQL §2.3), by name and kind; undefined where it is no document with just one operation that has a name. */
export function namedOperation(body: string): { readonly name: string; readonly type: `${OperationTypeNode}` } | undefined {
  const [operation, ...more] = operationsOf(body);
  if (operation?.name === undefined || more.length > 0) return undefined;
  return { name: operation.name.value, type: operation.operation };
}

function operationsOf(body: string): readonly OperationDefinitionNode[] {
  try {
    return parse(body, { noLocation: true, maxTokens: 20_000 }).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return [];
  }
}
