import { Kind, type SelectionSetNode } from 'graphql';
import { keysOf, type Key } from './key-selections.js';
import { fieldsOf, isObject, namedType, relatedTypes, rootTypes, type FieldNode, type PartOfType, type SubgraphTypes } from './subgraph-types.js';

/** What one subgraph has of a type. */
interface Held {
  readonly subgraph: SubgraphTypes;
  readonly fields: ReadonlyMap<string, FieldNode>;
  readonly keys: readonly Key[];
}

/**
 * Whether every query can be answered, proven without walking through all of them: every subgraph that has a type can answer each of its fields, or can
 * lead to one that does by keys alone. Wherever a query has come, it can go on then, by induction. The converse does not hold: what is not proven here may
 * still be satisfiable, and composition must look at it in full.
 *
 * @param subgraphs plain ones (see isPlainFederation), which merge without error
 */
export function alwaysSatisfiable(subgraphs: readonly SubgraphTypes[]): boolean {
  const holders = new Map<string, SubgraphTypes[]>();
  for (const subgraph of subgraphs) {
    for (const [name, parts] of subgraph.types) {
      if (isObject(parts)) holders.set(name, [...(holders.get(name) ?? []), subgraph]);
    }
  }
  return [...holders].every(([name, having]) => having.length === 1 || (rootTypes.has(name) ? sameWherever(name, having) : complete(name, having)));
}

function complete(name: string, having: readonly SubgraphTypes[]): boolean {
  const held = having.map((subgraph) => heldBy(subgraph, name));
  if (!held.every((each) => each !== undefined) || !sameWherever(name, having)) return false;
  const all = new Set(held.flatMap(({ fields }) => [...fields.keys()]));
  return held.every((start) => reached(start, held).size === all.size);
}

/** The fields that a query can go on to from one subgraph: its own, and those of all to which the keys lead that it can give. */
function reached(start: Held, held: readonly Held[]): ReadonlySet<string> {
  const at = new Set([start]);
  for (const from of at) {
    for (const to of held) if (!at.has(to) && to.keys.some(({ selection, resolvable }) => resolvable && gives(from.subgraph, from.fields, selection))) at.add(to);
  }
  return new Set([...at].flatMap(({ fields }) => [...fields.keys()]));
}

/** Whether a subgraph has by itself all that a key names. */
function gives(subgraph: SubgraphTypes, fields: ReadonlyMap<string, FieldNode>, { selections }: SelectionSetNode): boolean {
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const field = fields.get(selection.name.value);
    if (!field || !selection.selectionSet) return field !== undefined;
    return gives(subgraph, byName(subgraph.types.get(namedType(field.type))), selection.selectionSet);
  });
}

/** Whether a field that several subgraphs give leads to the same rows of the same types wherever it is asked. */
function sameWherever(name: string, having: readonly SubgraphTypes[]): boolean {
  const leads = new Map<string, string>();
  return having.every((subgraph) =>
    fieldsOf(subgraph.types.get(name)).every((field) => {
      const to = `${namedType(field.type)} ${runtimeTypes(namedType(field.type), subgraph)}`;
      const before = leads.get(field.name.value);
      leads.set(field.name.value, to);
      return before === undefined || before === to;
    }),
  );
}

/** Of an interface or a union what may stand in its place; of others nothing. */
function runtimeTypes(name: string, { types }: SubgraphTypes): string {
  const parts = types.get(name) ?? [];
  if (parts.some(({ kind }) => kind === Kind.UNION_TYPE_DEFINITION || kind === Kind.UNION_TYPE_EXTENSION)) return relatedTypes(parts).toSorted().join();
  if (!parts.some(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION)) return '';
  return [...types].flatMap(([each, its]) => (isObject(its) && relatedTypes(its).includes(name) ? [each] : [])).toSorted().join();
}

function heldBy(subgraph: SubgraphTypes, name: string): Held | undefined {
  const parts = subgraph.types.get(name) ?? [];
  const keys = keysOf(parts);
  return keys && { subgraph, fields: byName(parts), keys };
}

function byName(parts: readonly PartOfType[] | undefined): ReadonlyMap<string, FieldNode> {
  return new Map(fieldsOf(parts).map((field) => [field.name.value, field]));
}
