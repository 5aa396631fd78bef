import {
  getDirectiveValues, getNamedType, getVariableValues, GraphQLIncludeDirective, GraphQLSkipDirective, isAbstractType, isCompositeType, isUnionType, Kind,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import { sha256 } from '../hashing/sha-256.js';

/** The coordinates that an operation selects, under one name for all operations that select the same. */
export interface Selection {
  readonly hash: string;
  /** Sorted, a line each. */
  readonly coordinates: string;
}

const known = new WeakMap<OperationDefinitionNode, Selection | 'depends on variables'>();

/** What touches nothing that is shared: the schema itself. */
const ofTheSchema = new Set(['Query._service', '_Service.sdl']);

/** The coordinates that an operation selects with its variables; undefined where it asks for nothing but the schema. */
export function selectedCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Selection | undefined {
  const before = known.get(operation);
  const selection = before === undefined || before === 'depends on variables' ? collect(schema, document, operation, variables) : before;
  if (before === undefined) known.set(operation, dependsOnVariables(document) ? 'depends on variables' : selection);
  return selection.coordinates === '' ? undefined : selection;
}

function collect(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Selection {
  const found = new Set<string>();
  const fragments = new Map(document.definitions.flatMap((node): [string, FragmentDefinitionNode][] => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const root = schema.getRootType(operation.operation);
  if (root) walk(root, operation.selectionSet);
  const coordinates = [...found].filter((coordinate) => !ofTheSchema.has(coordinate)).sort().join('\n');
  return { hash: sha256(coordinates), coordinates };

  function walk(type: GraphQLCompositeType, { selections }: SelectionSetNode): void {
    for (const node of selections) if (isIncluded(node, coerced)) select(type, node);
  }

  function select(type: GraphQLCompositeType, node: SelectionNode): void {
    if (node.kind === Kind.FIELD) return field(type, node.name.value, node.selectionSet);
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
    if (fragment) walk(isCompositeType(condition) ? condition : type, fragment.selectionSet);
  }

  function field(type: GraphQLCompositeType, name: string, below: SelectionSetNode | undefined): void {
    if (name.startsWith('__')) return;
    for (const each of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) found.add(`${each.name}.${name}`);
    const definition = isUnionType(type) ? undefined : type.getFields()[name];
    const inner = definition && getNamedType(definition.type);
    if (below && isCompositeType(inner)) walk(inner, below);
  }
}

/** @param variables with their defaults; undefined where they are not valid. In doubt a field counts as selected. */
function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>> | undefined): boolean {
  if (!node.directives?.length || !variables) return true;
  try {
    return getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  } catch {
    return true; // null where it may not be: the execution has refused it
  }
}

function dependsOnVariables(document: DocumentNode): boolean {
  return /@(skip|include)\b/.test(document.loc?.source.body ?? '@skip');
}
