import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { ChangedTypes } from './changed-types.js';
import { fieldsOf, namedType, relatedTypes, rootTypes, typesNamedBy, type PartOfType, type SubgraphTypes } from './subgraph-types.js';

/** Reads out of the texts of subgraphs what operations ask for. */
export class AskedTypes {
  readonly #parts = new Map<string, PartOfType[]>();
  /** Of interfaces, what implements them. */
  readonly #implementations = new Map<string, string[]>();

  constructor(subgraphs: readonly SubgraphTypes[]) {
    for (const { types } of subgraphs) {
      for (const [name, parts] of types) {
        this.#parts.set(name, [...(this.#parts.get(name) ?? []), ...parts]);
        for (const related of relatedTypes(parts)) this.#implementations.set(related, [...(this.#implementations.get(related) ?? []), name]);
      }
    }
  }

  /** All types on which it depends whether an operation is valid (GraphQL §5), and fields of root types: rather too many than too few, for every subgraph may call a field's type otherwise. */
  of({ definitions }: DocumentNode): ChangedTypes {
    const [types, rootFields] = [new Set<string>(), new Set<string>()];
    const fragments = new Map(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])));
    const walked = new Set<FragmentDefinitionNode>();

    const note = (name: string): void => {
      if (types.has(name) || rootTypes.has(name)) return;
      types.add(name);
      const parts = this.#parts.get(name) ?? [];
      for (const each of [...relatedTypes(parts), ...(this.#implementations.get(name) ?? [])]) note(each);
      if (parts.some(({ kind }) => kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || kind === Kind.INPUT_OBJECT_TYPE_EXTENSION)) for (const field of fieldsOf(parts)) typesNamedBy(field).forEach(note);
    };
    const walk = (type: string, { selections }: SelectionSetNode): void => {
      note(type);
      for (const selection of selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.typeCondition?.name.value ?? type, selection.selectionSet);
        else if (selection.kind === Kind.FRAGMENT_SPREAD) walkFragment(fragments.get(selection.name.value));
        else {
          if (rootTypes.has(type)) rootFields.add(`${type}.${selection.name.value}`);
          const fields = fieldsOf(this.#parts.get(type)).filter(({ name }) => name.value === selection.name.value);
          for (const name of fields.flatMap(typesNamedBy)) note(name);
          for (const name of new Set(fields.map((field) => namedType(field.type)))) if (selection.selectionSet) walk(name, selection.selectionSet);
        }
      }
    };
    const walkFragment = (fragment: FragmentDefinitionNode | undefined): void => {
      if (!fragment || walked.has(fragment)) return;
      walked.add(fragment);
      walk(fragment.typeCondition.name.value, fragment.selectionSet);
    };

    for (const each of definitions) {
      if (each.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const { type } of each.variableDefinitions ?? []) note(namedType(type));
      walk({ query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[each.operation], each.selectionSet);
    }
    return { types, rootFields };
  }
}
