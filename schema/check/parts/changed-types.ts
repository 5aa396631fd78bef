import type { PublishedContract } from '../read-published.js';
import { fieldsOf, rootTypes, subgraphTypes, textOf, type SubgraphTypes } from './subgraph-types.js';

/** What differs between two schemas of one subgraph. */
export interface ChangedTypes {
  /** Names of the types that are new, gone or otherwise defined. */
  readonly types: ReadonlySet<string>;
  /** Likewise the fields of root types, as `Query.plan`. */
  readonly rootFields: ReadonlySet<string>;
}

/** Compares what subgraphs publish, type by type; undefined where one comes or goes, or its links and directives differ: that concerns everything. */
export function changedTypes(before: readonly PublishedContract[], after: readonly PublishedContract[]): ChangedTypes | undefined {
  const types = new Set<string>();
  const rootFields = new Set<string>();
  if (before.length !== after.length) return undefined;
  for (const contract of after) {
    const former = before.find(({ owner }) => owner === contract.owner);
    if (!former) return undefined;
    if (former === contract) continue;
    const [had, has] = [subgraphTypes(former), subgraphTypes(contract)];
    if (textOf(had.rest) !== textOf(has.rest)) return undefined;
    for (const name of new Set([...had.types.keys(), ...has.types.keys()])) {
      if (rootTypes.has(name)) for (const field of changedFields(name, had, has)) rootFields.add(`${name}.${field}`);
      else if (textOf(had.types.get(name)) !== textOf(has.types.get(name))) types.add(name);
    }
  }
  return { types, rootFields };
}

function changedFields(root: string, had: SubgraphTypes, has: SubgraphTypes): readonly string[] {
  const [before, after] = [textsOf(root, had), textsOf(root, has)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((field) => before.get(field) !== after.get(field));
}

/** The texts of the fields of a type, by name. */
function textsOf(type: string, { types }: SubgraphTypes): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const field of fieldsOf(types.get(type))) texts.set(field.name.value, `${texts.get(field.name.value) ?? ''}${textOf([field])}`);
  return texts;
}
