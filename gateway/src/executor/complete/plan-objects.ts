import {
  GraphQLString,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  isAbstractType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Data } from '../ask-subgraph.js';
import { collectFields, type Collecting, type ObjectLike } from './collect-fields.js';
import type { FieldPlan, ObjectPlan, ValuePlan } from './completion-plan.js';
import { introspect } from './introspect.js';
import { leafTest } from './leaf-test.js';

/** Plans how the root of an operation is completed; what lies below is planned when the first object of its type comes. */
export function planRoot(collecting: Collecting, operation: OperationDefinitionNode): ObjectPlan {
  const type = collecting.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The schema has no root type for a ${operation.operation}.`);
  return planObject(collecting, type, [operation.selectionSet], operation);
}

function planObject(
  collecting: Collecting,
  type: ObjectLike,
  selectionSets: readonly SelectionSetNode[],
  operation?: OperationDefinitionNode,
): ObjectPlan {
  const fields = collectFields(collecting, type, selectionSets);
  return { fields: [...fields].flatMap(([key, nodes]) => planField(collecting, type, key, nodes, operation) ?? []) };
}

function planField(
  collecting: Collecting,
  type: ObjectLike,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
  operation: OperationDefinitionNode | undefined,
): FieldPlan | undefined {
  const { value: name } = nodes[0].name;
  const from = collecting.plannedKeys.get(key) ?? key;
  const field = { key, from, inherited: key in Object.prototype, coordinate: `${type.name}.${name}`, constant: undefined, introspect: undefined };
  if (name === '__typename') {
    // An interface's name is no type that an object can have.
    return { ...field, constant: isObjectType(type) ? type.name : undefined, value: { kind: 'leaf', nonNull: true, test: () => false } };
  }
  if (operation && (name === '__schema' || name === '__type')) {
    return { ...field, introspect: introspect(collecting.schema, operation, collecting.fragments.values(), nodes), value: planValue(collecting, GraphQLString, nodes, false) };
  }
  const definition = type.getFields()[name];
  return definition && { ...field, value: planValue(collecting, definition.type, nodes, false) };
}

function planValue(collecting: Collecting, type: GraphQLOutputType, nodes: readonly FieldNode[], nonNull: boolean): ValuePlan {
  if (isNonNullType(type)) return planValue(collecting, type.ofType, nodes, true);
  if (isListType(type)) return { kind: 'list', nonNull, item: planValue(collecting, type.ofType, nodes, false) };
  const named = getNamedType(type);
  if (!isCompositeType(named)) return { kind: 'leaf', nonNull, test: leafTest(named) };
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return { kind: 'object', nonNull, planFor: planByType(collecting, named, selectionSets) };
}

function planByType(collecting: Collecting, declared: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): (value: Data) => ObjectPlan | undefined {
  if (isObjectType(declared)) {
    let plan: ObjectPlan | undefined;
    return () => (plan ??= planObject(collecting, declared, selectionSets));
  }
  const plans = new Map<unknown, ObjectPlan | undefined>();
  return (value) => {
    const typename = value['__typename'];
    if (plans.has(typename)) return plans.get(typename);
    const type = actualType(collecting, declared, typename);
    const plan = type && planObject(collecting, type, selectionSets);
    // Names that the schema does not know are not kept: there is no end to them.
    if (type) plans.set(typename, plan);
    return plan;
  };
}

/** The type of an object by its `__typename`; an interface stands for itself where the object's own type is not told. */
function actualType({ schema }: Collecting, declared: GraphQLCompositeType, typename: unknown): ObjectLike | undefined {
  if (typename === undefined || typename === null) return isUnionType(declared) ? undefined : declared;
  const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type === declared || (isAbstractType(declared) && schema.isSubType(declared, type)) ? type : undefined;
}
