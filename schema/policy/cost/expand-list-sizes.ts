import { Kind, type ConstArgumentNode, type ConstDirectiveNode, type ConstValueNode, type DefinitionNode, type FieldDefinitionNode, type TypeNode } from 'graphql';
import { pageSize } from './page-size.js';

const paging = ['first', 'last'];

/**
 * Says on every list that is read by pages how many rows it gives: `@listSize` (the cost directives of Federation 2.9, after IBM's
 * GraphQL Cost Directives), so that whoever stands before the owner can refuse what would be too much. Written by hand, it stays.
 */
export function expandListSizes(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const listsOf = new Map<string, string[]>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const lists = (definition.fields ?? []).filter(({ type }) => isList(type)).map(({ name }) => name.value);
    listsOf.set(definition.name.value, lists);
  }
  return definitions.map((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? { ...definition, fields: (definition.fields ?? []).map(withListSize) }
      : definition,
  );

  function withListSize(field: FieldDefinitionNode): FieldDefinitionNode {
    const slicing = (field.arguments ?? []).map(({ name }) => name.value).filter((name) => paging.includes(name));
    const written = field.directives?.some(({ name }) => name.value === 'listSize');
    if (slicing.length === 0 || written) return field;
    const sized = isList(field.type) ? [] : (listsOf.get(typeNameOf(field.type)) ?? []);
    return { ...field, directives: [...(field.directives ?? []), listSize(slicing, sized)] };
  }
}

function listSize(slicing: readonly string[], sized: readonly string[]): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'listSize' },
    arguments: [
      argument('assumedSize', { kind: Kind.INT, value: String(pageSize.standard) }),
      argument('slicingArguments', strings(slicing)),
      ...(sized.length > 0 ? [argument('sizedFields', strings(sized))] : []),
      argument('requireOneSlicingArgument', { kind: Kind.BOOLEAN, value: false }),
    ],
  };
}

function strings(values: readonly string[]): ConstValueNode {
  return { kind: Kind.LIST, values: values.map((value) => ({ kind: Kind.STRING, value })) };
}

function argument(name: string, value: ConstValueNode): ConstArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
}

function typeNameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeNameOf(type.type);
}
