import type { ChangedTypes } from './changed-types.js';
import { keysOf } from './key-selections.js';
import { fieldsOf, isEnum, isObjectOrInterface, namedType, relatedTypes, rootTypes, textOf, typesNamedBy, type PartOfType, type SubgraphTypes } from './subgraph-types.js';
import type { SelectionSetNode } from 'graphql';

/** The types with which a change must be composed to see all that it does. */
export interface AffectedTypes {
  readonly types: ReadonlySet<string>;
  /** Those that changed, and enums that a change may come to use otherwise: with all their fields. */
  readonly changed: ReadonlySet<string>;
  /** Those that must be taken from every subgraph that has them; any one says of the others all that is asked. */
  readonly everywhere: ReadonlySet<string>;
  /** Fields that are looked at, by coordinate, beside those whose types are; of root types no others. */
  readonly fields: ReadonlySet<string>;
}

/** One subgraph's definition of a type. */
interface Holding {
  readonly subgraph: SubgraphTypes;
  readonly parts: readonly PartOfType[];
}

/**
 * The types that a change concerns. Merging goes type by type and field by field, so what a change does shows on what changed; on what names it, as a field that
 * returns it; and on what it names, of which no more is asked than that it is there, of its kind, with its keys.
 *
 * @param subgraphs plain ones, those that changed as they were and as they are
 */
export function affectedTypes(change: ChangedTypes, subgraphs: readonly SubgraphTypes[]): AffectedTypes {
  const holdings = holdingsOf(subgraphs);
  const partsOf = (name: string) => (holdings.get(name) ?? []).map(({ parts }) => parts);
  const fields = new Set([...change.rootFields, ...oneQuestion(subgraphs, change)]);
  const namedByFields = () => [...fields].flatMap((coordinate) => partsOf(typeIn(coordinate)).flatMap((parts) => fieldsOf(parts).filter(({ name }) => coordinate.endsWith(`.${name.value}`)).flatMap(typesNamedBy)));
  const namedByTypes = (names: Iterable<string>) => [...names].flatMap((name) => partsOf(name).flatMap((parts) => [...fieldsOf(parts).flatMap(typesNamedBy), ...relatedTypes(parts)]));

  // How an enum is merged goes by where all subgraphs use it.
  const unlikeEnums = [...namedByTypes(change.types), ...namedByFields()].filter((name) => partsOf(name).some(isEnum) && !alike(partsOf(name), textOf));
  const changed = new Set([...change.types, ...unlikeEnums]);

  const types = new Set(changed);
  for (const [name, held] of holdings) {
    for (const { parts } of held) {
      if (relatedTypes(parts).some((each) => changed.has(each))) types.add(name);
      for (const field of fieldsOf(parts)) if (typesNamedBy(field).some((each) => changed.has(each))) fields.add(`${name}.${field.name.value}`);
    }
  }
  for (const coordinate of fields) types.add(typeIn(coordinate));
  const everywhere = new Set(types);

  for (const name of [...namedByTypes(changed), ...namedByFields()]) types.add(name);
  for (const name of types) {
    if (rootTypes.has(name)) continue;
    for (const holding of holdings.get(name) ?? []) for (const each of indispensable(name, holding, types, fields)) types.add(each);
    if (!alike(partsOf(name), isObjectOrInterface(partsOf(name)[0]) ? (parts) => relatedTypes(parts).toSorted().join() : textOf)) everywhere.add(name);
  }
  return { types, changed, everywhere, fields };
}

function holdingsOf(subgraphs: readonly SubgraphTypes[]): ReadonlyMap<string, readonly Holding[]> {
  const holdings = new Map<string, Holding[]>();
  for (const subgraph of subgraphs) {
    for (const [name, parts] of subgraph.types) {
      const held = holdings.get(name);
      if (held) held.push({ subgraph, parts });
      else holdings.set(name, [{ subgraph, parts }]);
    }
  }
  return holdings;
}

/** A supergraph has something to ask: a field of Query that does not change. */
function oneQuestion(subgraphs: readonly SubgraphTypes[], { rootFields }: ChangedTypes): readonly string[] {
  for (const { types } of subgraphs.toReversed()) {
    const field = fieldsOf(types.get('Query')).find(({ name }) => !rootFields.has(`Query.${name.value}`));
    if (field) return [`Query.${field.name.value}`];
  }
  return [];
}

/** The types through which the keys of a type lead, and where nothing would be left of it, something. */
function indispensable(name: string, { subgraph, parts }: Holding, types: ReadonlySet<string>, fields: ReadonlySet<string>): readonly string[] {
  const all = fieldsOf(parts);
  const left = all.some((field) => fields.has(`${name}.${field.name.value}`) || typesNamedBy(field).every((each) => types.has(each) || !subgraph.types.has(each)));
  const related = isObjectOrInterface(parts) || relatedTypes(parts).some((each) => types.has(each)) ? [] : relatedTypes(parts).slice(0, 1);
  return [...related, ...(keysOf(parts) ?? []).flatMap(({ selection }) => typesThrough(parts, selection, subgraph)), ...(left ? [] : all.slice(0, 1).flatMap(typesNamedBy))];
}

function typesThrough(parts: readonly PartOfType[], { selections }: SelectionSetNode, subgraph: SubgraphTypes): readonly string[] {
  return selections.flatMap((selection) => {
    const field = selection.kind === 'Field' ? fieldsOf(parts).find(({ name }) => name.value === selection.name.value) : undefined;
    if (!field || selection.kind !== 'Field') return [];
    const through = selection.selectionSet ? typesThrough(subgraph.types.get(namedType(field.type)) ?? [], selection.selectionSet, subgraph) : [];
    return [...typesNamedBy(field), ...through];
  });
}

function alike(all: readonly (readonly PartOfType[])[], text: (parts: readonly PartOfType[]) => string): boolean {
  return new Set(all.map(text)).size <= 1;
}

function typeIn(coordinate: string): string {
  return coordinate.split('.')[0] ?? '';
}
