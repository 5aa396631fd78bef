import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** What the operations of a document ask for, their fragments written out; of several operations the largest figure counts. */
export interface DocumentMeasure {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Lists of the schema that are gone through, as `types` and `fields` are. */
  readonly schemaLists: number;
  /** The most directives at one place. */
  readonly directives: number;
  /** The first field by which the schema is asked for. */
  readonly introspects: '__schema' | '__type' | undefined;
  /** Names of fragments that lead in a circle; the other figures then mean nothing. */
  readonly circle: readonly string[] | undefined;
}

interface Extent {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly schemaLists: number;
  /** Fields of the set itself, those of its fragments included. */
  readonly own: number;
}

const nothing: Extent = { depth: 0, fields: 0, aliases: 0, schemaLists: 0, own: 0 };

/** The lists of `__Schema`, `__Type`, `__Field` and `__Directive` (GraphQL §4.2). */
const schemaLists: ReadonlySet<string> = new Set(['types', 'directives', 'fields', 'args', 'interfaces', 'possibleTypes', 'enumValues', 'inputFields']);

/** Measures a document in one walk: each fragment is measured once, however often and wherever it is spread. */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Extent>();
  const under = new Set<string>();
  let directives = 0;
  let introspects: DocumentMeasure['introspects'];
  let circle: readonly string[] | undefined;

  let largest = nothing;
  for (const definition of document.definitions) {
    // Also one that nothing spreads: the validator reads it.
    if (definition.kind === Kind.FRAGMENT_DEFINITION) largest = larger(largest, { ...ofFragment(definition.name.value), own: 0 });
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    countDirectives(definition);
    for (const variable of definition.variableDefinitions ?? []) countDirectives(variable);
    largest = larger(largest, ofSet(definition.selectionSet, false));
  }
  const { own: rootFields, ...figures } = largest;
  return { ...figures, rootFields, directives, introspects, circle };

  function ofSet({ selections }: SelectionSetNode, inSchema: boolean): Extent {
    let sum = nothing;
    for (const selection of selections) sum = together(sum, ofSelection(selection, inSchema));
    return sum;
  }

  function ofSelection(selection: SelectionNode, inSchema: boolean): Extent {
    countDirectives(selection);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return oneMore(ofFragment(selection.name.value));
    if (selection.kind === Kind.INLINE_FRAGMENT) return oneMore(ofSet(selection.selectionSet, inSchema));
    const name = selection.name.value;
    const asksSchema = name === '__schema' || name === '__type';
    if (asksSchema) introspects ??= name;
    const below = selection.selectionSet ? ofSet(selection.selectionSet, inSchema || asksSchema) : nothing;
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      schemaLists: below.schemaLists + (inSchema && schemaLists.has(name) ? 1 : 0),
      own: 1,
    };
  }

  function ofFragment(name: string): Extent {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    if (under.has(name)) {
      const path = [...under];
      circle ??= [...path.slice(path.indexOf(name)), name];
      return nothing;
    }
    under.add(name);
    countDirectives(fragment);
    const extent = ofSet(fragment.selectionSet, fragment.typeCondition.name.value.startsWith('__'));
    under.delete(name);
    measured.set(name, extent);
    return extent;
  }

  function countDirectives(node: { readonly directives?: readonly unknown[] | undefined }): void {
    directives = Math.max(directives, node.directives?.length ?? 0);
  }
}

/** A fragment counts among the fields, so that fragments which hold nothing but fragments are counted too. */
function oneMore(extent: Extent): Extent {
  return { ...extent, fields: extent.fields + 1 };
}

function together(a: Extent, b: Extent): Extent {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    schemaLists: a.schemaLists + b.schemaLists,
    own: a.own + b.own,
  };
}

function larger(a: Extent, b: Extent): Extent {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: Math.max(a.fields, b.fields),
    aliases: Math.max(a.aliases, b.aliases),
    schemaLists: Math.max(a.schemaLists, b.schemaLists),
    own: Math.max(a.own, b.own),
  };
}
