import { buildSchema, type GraphQLSchema } from 'graphql';

/** A schema as an owner has it, of one entity, for what is asked of a schema alone. @param fields of a lab beside its id, and types of theirs */
export function labSchema(fields: string, types = ''): GraphQLSchema {
  return buildSchema(`
    directive @key(fields: String!) on OBJECT
    scalar _Any
    union _Entity = Lab
    type Query { _entities(representations: [_Any!]!): [_Entity]! }
    type Lab @key(fields: "id") { id: ID! ${fields} }
    ${types}`);
}
