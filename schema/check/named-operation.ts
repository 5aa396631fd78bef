import { Kind, parse, type OperationDefinitionNode } from 'graphql';

/** The name of the one operation of a document (GraphQL §2.3); undefined where it is no document with just one operation that has a name. */
export function operationName(body: string): string | undefined {
  const operations = operationsOf(body);
  return operations.length === 1 ? operations[0]?.name?.value : undefined;
}

function operationsOf(body: string): readonly OperationDefinitionNode[] {
  try {
    return parse(body, { noLocation: true, maxTokens: 20_000 }).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return [];
  }
}
