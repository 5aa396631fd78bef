import { Kind, type DefinitionNode, type DocumentNode, type FieldDefinitionNode, type InputObjectTypeDefinitionNode, type InterfaceTypeDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode, type UnionTypeDefinitionNode } from 'graphql';

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** What of a supergraph is shown: types by name, and fields of objects and interfaces by coordinate. */
export interface ShownSchema {
  readonly types: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

const roots = ['Query', 'Mutation', 'Subscription'] as const;

/**
 * Which part of a supergraph holds together when only some fields are open: a field is shown if it is open and what it gives is, a type if anything of it is and a root
 * leads there. An interface shows what all its types show.
 */
export function shownSchema(document: DocumentNode, isOpen: (field: FieldDefinitionNode) => boolean): ShownSchema {
  const composite = new Map(document.definitions.filter(isComposite).map((each) => [each.name.value, each]));
  const inputs = new Map(document.definitions.filter((each) => each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION).map((each) => [each.name.value, each]));
  const implementations = implementationsOf([...composite.values()]);
  const hidden = new Set<string>();
  const hiddenFields = new Set<string>();
  // What is hidden hides what gives it, until nothing more is.
  for (let before = -1; before !== hidden.size + hiddenFields.size; ) {
    before = hidden.size + hiddenFields.size;
    for (const [name, type] of composite) {
      if (hidden.has(name)) continue;
      if (!remains(name, type)) hidden.add(name);
    }
  }
  return reached();

  function remains(name: string, type: WithFields | UnionTypeDefinitionNode): boolean {
    if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).some((member) => !hidden.has(member.name.value));
    for (const field of type.fields ?? []) {
      const coordinate = `${name}.${field.name.value}`;
      if (!hiddenFields.has(coordinate) && !fieldRemains(name, type, field)) hiddenFields.add(coordinate);
    }
    return shownFields(name, type).length > 0;
  }

  function fieldRemains(name: string, type: WithFields, field: FieldDefinitionNode): boolean {
    if (hidden.has(namedType(field.type))) return false;
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION) return isOpen(field);
    return (implementations.get(name) ?? []).filter((each) => !hidden.has(each)).every((each) => !hiddenFields.has(`${each}.${field.name.value}`));
  }

  function shownFields(name: string, type: WithFields): readonly FieldDefinitionNode[] {
    return (type.fields ?? []).filter((field) => !hiddenFields.has(`${name}.${field.name.value}`));
  }

  /** Only what a root leads to is shown. */
  function reached(): ShownSchema {
    const types = new Set<string>();
    const fields = new Set<string>();
    const waiting: string[] = roots.filter((root) => composite.has(root) && !hidden.has(root));
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (types.has(name) || hidden.has(name)) continue;
      types.add(name);
      const type = composite.get(name);
      if (type?.kind === Kind.UNION_TYPE_DEFINITION) waiting.push(...(type.types ?? []).map((member) => member.name.value));
      else if (type) {
        waiting.push(...(implementations.get(name) ?? []), ...(type.interfaces ?? []).map((each) => each.name.value));
        for (const field of shownFields(name, type)) {
          fields.add(`${name}.${field.name.value}`);
          waiting.push(namedType(field.type), ...(field.arguments ?? []).map((argument) => namedType(argument.type)));
        }
      } else waiting.push(...inputTypes(inputs.get(name)));
    }
    return { types, fields };
  }
}

function isComposite(definition: DefinitionNode): definition is WithFields | UnionTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_DEFINITION;
}

function implementationsOf(types: readonly (WithFields | UnionTypeDefinitionNode)[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const type of types) {
    if (type.kind === Kind.UNION_TYPE_DEFINITION) continue;
    for (const { name } of type.interfaces ?? []) found.set(name.value, [...(found.get(name.value) ?? []), type.name.value]);
  }
  return found;
}

function inputTypes(input: InputObjectTypeDefinitionNode | undefined): readonly string[] {
  return (input?.fields ?? []).map(({ type }) => namedType(type));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
