import { isEnumType, isObjectType, type GraphQLEnumType, type GraphQLObjectType } from 'graphql';
import type { OwnerContract } from './owner-contract.js';
import { rootTypes } from './root-types.js';
import { rowOwner } from './row-owner.js';

/** The types and enums in which an owner speaks of the domain: without structures, stubs and the columns of an order. */
export function domainTypes(contract: OwnerContract): readonly (GraphQLObjectType | GraphQLEnumType)[] {
  return Object.values(contract.schema.getTypeMap()).filter((type) => isEnumType(type) || isObjectType(type)).filter((type) => isOfDomain(contract, type));
}

function isOfDomain(contract: OwnerContract, type: GraphQLObjectType | GraphQLEnumType): boolean {
  if (/^(sharing)?__?/.test(type.name) || rootTypes.includes(type.name)) return false;
  if (isEnumType(type)) return !type.name.endsWith('OrderField');
  if (Object.keys(type.getFields()).every((field) => contract.table.structural.has(`${type.name}.${field}`))) return false;
  const owner = rowOwner(contract, type);
  return owner === undefined || owner === contract.owner;
}
