import type { GraphQLObjectType } from 'graphql';
import { keyFields } from './key-fields.js';
import type { OwnerContract } from './owner-contract.js';

/** The owner of a type's rows, by the terms of its key; undefined for a type without key. Elsewhere the type is a stub. */
export function rowOwner({ table }: OwnerContract, type: GraphQLObjectType): string | undefined {
  const [key] = keyFields(type);
  return key === undefined ? undefined : table.fields.get(`${type.name}.${key}`)?.owner;
}
