import { getNamedType, isEnumType } from 'graphql';
import { fieldAt } from './field-at.js';
import type { OwnerContract } from './owner-contract.js';

/** The states that the rows of a type can be in: the values of the enum of its field `state`; undefined where it has none. */
export function statesOf(contract: OwnerContract, typeName: string): readonly string[] | undefined {
  const type = getNamedType(fieldAt(contract, `${typeName}.state`)?.field.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : undefined;
}
