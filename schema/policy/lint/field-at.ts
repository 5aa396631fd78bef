import { isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { OwnerContract } from './owner-contract.js';

/** The type and the field of a coordinate. */
export function fieldAt(
  { schema }: OwnerContract,
  coordinate: string,
): { readonly type: GraphQLObjectType; readonly field: GraphQLField<unknown, unknown> } | undefined {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return undefined;
  const field = type.getFields()[fieldName];
  return field && { type, field };
}
