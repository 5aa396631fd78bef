import { Kind, print, type DefinitionNode, type FieldDefinitionNode, type InputValueDefinitionNode, type TypeDefinitionNode, type TypeExtensionNode, type TypeNode } from 'graphql';
import type { PublishedContract } from '../read-published.js';

/** A definition of a type, or an extension of one. */
export type PartOfType = TypeDefinitionNode | TypeExtensionNode;

/** A field of an output or of an input type. */
export type FieldNode = FieldDefinitionNode | InputValueDefinitionNode;

/** A subgraph by its types. */
export interface SubgraphTypes {
  readonly owner: string;
  readonly types: ReadonlyMap<string, readonly PartOfType[]>;
  /** What is no type of its own: links, directives, and the types of specifications, whose names have two underscores. */
  readonly rest: readonly DefinitionNode[];
}

export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

const known = new WeakMap<PublishedContract, SubgraphTypes>();

/** Sorts what a subgraph publishes by type; kept as long as the contract is. */
export function subgraphTypes(contract: PublishedContract): SubgraphTypes {
  const before = known.get(contract);
  if (before) return before;
  const types = new Map<string, PartOfType[]>();
  const rest: DefinitionNode[] = [];
  for (const definition of contract.published.definitions) {
    if (!isPartOfType(definition) || definition.name.value.includes('__')) rest.push(definition);
    else types.set(definition.name.value, [...(types.get(definition.name.value) ?? []), definition]);
  }
  const sorted = { owner: contract.owner, types, rest };
  known.set(contract, sorted);
  return sorted;
}

/** The fields of a type, of all its parts. */
export function fieldsOf(parts: readonly PartOfType[] | undefined): readonly FieldNode[] {
  return (parts ?? []).flatMap((part) => ('fields' in part && part.fields ? (part.fields as readonly FieldNode[]) : []));
}

/** The types that a field names: its own, and those of its arguments. */
export function typesNamedBy(field: FieldNode): readonly string[] {
  return [namedType(field.type), ...('arguments' in field ? (field.arguments ?? []).map(({ type }) => namedType(type)) : [])];
}

/** The interfaces that a type implements, and the members of a union. */
export function relatedTypes(parts: readonly PartOfType[]): readonly string[] {
  return parts.flatMap((part) => [...('interfaces' in part ? (part.interfaces ?? []) : []), ...('types' in part ? (part.types ?? []) : [])].map(({ name }) => name.value));
}

export function isObjectOrInterface(parts: readonly PartOfType[] | undefined): boolean {
  return (parts ?? []).some(({ kind }) => isObject([{ kind }]) || kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION);
}

export function isObject(parts: readonly { readonly kind: string }[]): boolean {
  return parts.some(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION);
}

export function isEnum(parts: readonly PartOfType[]): boolean {
  return parts.some(({ kind }) => kind === Kind.ENUM_TYPE_DEFINITION || kind === Kind.ENUM_TYPE_EXTENSION);
}

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** The text by which two definitions are the same. */
export function textOf(parts: readonly DefinitionNode[] | readonly FieldNode[] | undefined): string {
  return (parts ?? []).map(print).join('\n');
}

const partsOfTypes: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION, Kind.INTERFACE_TYPE_DEFINITION, Kind.INTERFACE_TYPE_EXTENSION, Kind.UNION_TYPE_DEFINITION, Kind.UNION_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION, Kind.ENUM_TYPE_EXTENSION, Kind.INPUT_OBJECT_TYPE_DEFINITION, Kind.INPUT_OBJECT_TYPE_EXTENSION, Kind.SCALAR_TYPE_DEFINITION, Kind.SCALAR_TYPE_EXTENSION,
]);

function isPartOfType(definition: DefinitionNode): definition is PartOfType {
  return partsOfTypes.has(definition.kind);
}
