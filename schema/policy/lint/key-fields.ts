import { Kind, parse, type ConstDirectiveNode, type GraphQLObjectType } from 'graphql';

/** The fields of a type that stand in one of its keys (Apollo Federation, `@key`), without those nested in them. */
export function keyFields(type: GraphQLObjectType): readonly string[] {
  const nodes = [...(type.astNode ? [type.astNode] : []), ...type.extensionASTNodes];
  return [...new Set(nodes.flatMap(({ directives }) => (directives ?? []).filter(({ name }) => name.value === 'key').flatMap(outerFields)))];
}

/** A directive's argument `fields`, as `@key` and `@requires` have it. */
export function fieldsArgument(directive: ConstDirectiveNode): string {
  const value = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (value?.kind !== Kind.STRING) throw new Error(`@${directive.name.value} has no text of fields.`);
  return value.value;
}

function outerFields(directive: ConstDirectiveNode): readonly string[] {
  const [operation] = parse(`{ ${fieldsArgument(directive)} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
