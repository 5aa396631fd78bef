import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CostTable } from './cost-table.js';
import { plus, times, type Figure } from './figure.js';
import { inclusionFigure } from './inclusion-figure.js';
import { listFigure, variableDefaults } from './list-figure.js';

/** What an act weighs beside what it gives, unless its own `@cost` says otherwise. */
export const actWeight = 10;

/**
 * The cost of a selection set. A list whose size its parent tells is kept apart by its field's name: what it costs for each
 * element, and what it costs where nobody tells the size. So a fragment has one cost, wherever it is spread.
 */
interface SetCost {
  readonly plain: Figure;
  readonly sized: ReadonlyMap<string, { readonly each: Figure; readonly unsized: Figure }>;
}

const free: SetCost = { plain: 0, sized: new Map() };

/**
 * What an operation may cost at most, by the sizes of its lists: 1 for each object, interface or union, nothing for a leaf,
 * `@cost` in place of either, times the sizes of the lists in which it stands. Needs a valid document without circles.
 * The work grows with the document: each fragment is reckoned once.
 */
export function operationFigure(schema: GraphQLSchema, table: CostTable, document: DocumentNode, operation: OperationDefinitionNode): Figure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const reckoned = new Map<string, SetCost>();
  const defaults = variableDefaults(operation);
  const root = schema.getRootType(operation.operation);
  return root ? inList(ofSet(root, operation.selectionSet), [], 1) : 0;

  function ofSet(type: GraphQLNamedType, { selections }: SelectionSetNode): SetCost {
    return selections.map((selection) => scaled(ofSelection(type, selection), inclusionFigure(selection, defaults))).reduce(together, free);
  }

  function ofSelection(type: GraphQLNamedType, selection: SelectionNode): SetCost {
    if (selection.kind === Kind.FIELD) return ofField(type, selection);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return ofSet(named(selection.typeCondition?.name.value) ?? type, selection.selectionSet);
  }

  function ofFragment(name: string): SetCost {
    const known = reckoned.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    const type = named(fragment?.typeCondition.name.value);
    const cost = fragment && type ? ofSet(type, fragment.selectionSet) : free;
    reckoned.set(name, cost);
    return cost;
  }

  function ofField(parent: GraphQLNamedType, field: FieldNode): SetCost {
    // The schema's own fields cost nothing: graphql-js bounds their depth, and no owner is asked.
    if (field.name.value.startsWith('__')) return free;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition) return free;
    const coordinate = `${parent.name}.${definition.name}`;
    const type = getNamedType(definition.type);
    const size = table.sizes.get(coordinate);
    const elements = listFigure(size, field, definition.args, defaults);
    const list = isList(definition.type);

    const below = field.selectionSet ? ofSet(type, field.selectionSet) : free;
    const each = plus(weightOf(coordinate, type), inList(below, size?.sized ?? [], elements));
    const own = argumentWeights(coordinate, field);
    const act = parent === schema.getMutationType() && !table.weights.has(coordinate) ? actWeight : 0;
    const unsized = plus(own + act, list ? times(elements, each) : each);
    if (!list || !table.sizedFields.has(definition.name)) return { plain: unsized, sized: free.sized };
    return { plain: 0, sized: new Map([[definition.name, { each, unsized }]]) };
  }

  function weightOf(coordinate: string, type: GraphQLNamedType): number {
    return table.weights.get(coordinate) ?? table.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
  }

  function argumentWeights(coordinate: string, field: FieldNode): number {
    return (field.arguments ?? []).reduce((sum, { name }) => sum + (table.weights.get(`${coordinate}(${name.value}:)`) ?? 0), 0);
  }

  function named(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }
}

/** The cost of a set under a field that tells the size of some of its lists. */
function inList({ plain, sized }: SetCost, told: readonly string[], elements: Figure): Figure {
  let sum = plain;
  for (const [name, { each, unsized }] of sized) sum = plus(sum, told.includes(name) ? times(elements, each) : unsized);
  return sum;
}

function together(a: SetCost, b: SetCost): SetCost {
  if (b.sized.size === 0) return { plain: plus(a.plain, b.plain), sized: a.sized };
  const sized = new Map(a.sized);
  for (const [name, cost] of b.sized) {
    const known = sized.get(name);
    sized.set(name, known ? { each: plus(known.each, cost.each), unsized: plus(known.unsized, cost.unsized) } : cost);
  }
  return { plain: plus(a.plain, b.plain), sized };
}

function scaled({ plain, sized }: SetCost, by: Figure): SetCost {
  if (by === 1) return { plain, sized };
  return {
    plain: times(by, plain),
    sized: new Map([...sized].map(([name, { each, unsized }]) => [name, { each: times(by, each), unsized: times(by, unsized) }])),
  };
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
