import { Kind, type ConstDirectiveNode, type DefinitionNode } from 'graphql';
import type { PublishedContract } from '../read-published.js';
import { fieldsOf, isObject, relatedTypes, rootTypes, subgraphTypes, typesNamedBy, type PartOfType } from './subgraph-types.js';

/** Directives whose effect stays with the field or type on which they stand, and with those that name it. */
const plain: ReadonlySet<string> = new Set(['key', 'shareable', 'deprecated', 'specifiedBy', 'sharing', 'act', 'structural', 'reads', 'cost', 'listSize']);

const known = new WeakMap<PublishedContract, boolean>();

/**
 * Whether a subgraph uses of Federation just keys and what may be shared. What it requires of another subgraph, overrides, provides or hides reaches farther
 * than the types that name it, and so do directives under another name than their own, keys of interfaces, and root types under names of their own or in the middle of an answer.
 */
export function isPlainFederation(contract: PublishedContract): boolean {
  const before = known.get(contract);
  if (before !== undefined) return before;
  const { types, rest } = subgraphTypes(contract);
  const is = rest.every(plainRest) && [...types].every(([name, parts]) => parts.every((part) => plainType(part) && (!rootTypes.has(name) || plainRoot(part))));
  known.set(contract, is);
  return is;
}

function plainRest(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.SCHEMA_DEFINITION || (definition.kind === Kind.SCHEMA_EXTENSION && definition.operationTypes?.length)) return false;
  return definition.kind !== Kind.SCHEMA_EXTENSION || (definition.directives ?? []).every(importsUnderOwnNames);
}

function importsUnderOwnNames({ arguments: given }: ConstDirectiveNode): boolean {
  if (given?.some(({ name }) => name.value === 'as')) return false;
  const imported = given?.find(({ name }) => name.value === 'import')?.value;
  return imported === undefined || (imported.kind === Kind.LIST && imported.values.every(({ kind }) => kind === Kind.STRING));
}

function plainType(part: PartOfType): boolean {
  const isInterface = part.kind === Kind.INTERFACE_TYPE_DEFINITION || part.kind === Kind.INTERFACE_TYPE_EXTENSION;
  const values = 'values' in part ? (part.values ?? []) : [];
  return (
    only(plain, part.directives) &&
    !(isInterface && part.directives?.some(({ name }) => name.value === 'key')) &&
    values.every(({ directives }) => only(plain, directives)) &&
    fieldsOf([part]).every((field) => only(plain, field.directives) && !typesNamedBy(field).some((name) => rootTypes.has(name)) && (!('arguments' in field) || (field.arguments ?? []).every(({ directives }) => only(plain, directives))))
  );
}

function plainRoot(part: PartOfType): boolean {
  return (part.directives ?? []).length === 0 && isObject([part]) && relatedTypes([part]).length === 0;
}

function only(names: ReadonlySet<string>, directives: readonly ConstDirectiveNode[] | undefined): boolean {
  return (directives ?? []).every(({ name }) => names.has(name.value));
}
