import { isObjectType, type GraphQLSchema } from 'graphql';
import { readTerms } from './read-terms.js';
import type { FieldTerms } from './vocabulary.js';

/**
 * The terms of the key of every entity of an owner, by type: they say who may see a row of it at all. Stubs are left out; a type's
 * key has the terms of the one owner whose type it is.
 *
 * @param schema as the owner publishes it
 */
export function ownKeyTerms(owner: string, schema: GraphQLSchema): ReadonlyMap<string, FieldTerms> {
  const keyTerms = new Map<string, FieldTerms>();
  const { fields } = readTerms(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const key = type.astNode?.directives?.find(({ name }) => name.value === 'key')?.arguments?.[0]?.value;
    if (key?.kind !== 'StringValue') continue;
    const terms = fields.get(`${type.name}.${key.value}`);
    if (terms?.owner === owner) keyTerms.set(type.name, terms);
  }
  return keyTerms;
}
