import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  isAbstractType,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What fields are collected by. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: ReadonlyMap<string, boolean>;
  /** Under which key the value of a response key lies, where that is another. */
  readonly plannedKeys: ReadonlyMap<string, string>;
}

/** A type that an object of the answer can be taken for: an interface where its subgraph knows no more (`@interfaceObject`). */
export type ObjectLike = GraphQLObjectType | GraphQLInterfaceType;

/** Groups the fields of selections that apply to a type by response key, in the order of the answer (GraphQL §6.3.2). */
export function collectFields(
  collecting: Collecting,
  type: ObjectLike,
  selectionSets: readonly SelectionSetNode[],
): Map<string, [FieldNode, ...FieldNode[]]> {
  const grouped = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection.directives, collecting.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const group = grouped.get(key);
        if (group) group.push(selection);
        else grouped.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(collecting.schema, selection.typeCondition?.name.value, type)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = collecting.fragments.get(selection.name.value);
        if (fragment && applies(collecting.schema, fragment.typeCondition.name.value, type)) collect(fragment.selectionSet);
      }
    }
  };
  selectionSets.forEach(collect);
  return grouped;
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, conditions: ReadonlyMap<string, boolean>): boolean {
  for (const { name, arguments: [argument] = [] } of directives ?? []) {
    const isSkip = name.value === GraphQLSkipDirective.name;
    if (!argument || !(isSkip || name.value === GraphQLIncludeDirective.name)) continue;
    const { value } = argument;
    const condition = value.kind === Kind.VARIABLE ? conditions.get(value.name.value) : value.kind === Kind.BOOLEAN && value.value;
    if (condition === isSkip) return false;
  }
  return true;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: ObjectLike): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}
