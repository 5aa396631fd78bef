import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { Kind, parse, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';

let parsed: DocumentNode | undefined;

/** The contract of the hub, with the terms of its fields; parsed when it is first asked for. */
export function contract(): DocumentNode {
  parsed ??= parse(supergraphSdl, { noLocation: true });
  return parsed;
}

/** A field of an object type of the contract. */
export function fieldOf(type: string | undefined, field: string): FieldDefinitionNode | undefined {
  return contract()
    .definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === type ? (each.fields ?? []) : []))
    .find(({ name }) => name.value === field);
}

/** What a type is named, and whether it is a list of such. */
export function named(type: TypeNode): { readonly name: string; readonly list: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, list: false };
  const { name, list } = named(type.type);
  return { name, list: list || type.kind === Kind.LIST_TYPE };
}
