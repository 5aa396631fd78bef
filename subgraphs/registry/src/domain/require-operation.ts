import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';

/** The name of the one operation of a document. @throws Refusal VALUE_INVALID */
export function requireOperation(body: string): string {
  const operations = operationsOf(body);
  const name = operations.length === 1 ? operations[0]?.name?.value : undefined;
  requireValid(name !== undefined, 'body', { en: 'it is no GraphQL document with one operation that has a name', 'zh-CN': '不是仅含一个具名操作的 GraphQL 文档' }, 'query Labs { labs { nodes { id } } }');
  return name ?? '';
}

function operationsOf(body: string): readonly OperationDefinitionNode[] {
  try {
    return parse(body, { noLocation: true, maxTokens: 20_000 }).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return [];
  }
}
