import { defaultFieldResolver, isIntrospectionType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { federationFields } from '../terms/federation-fields.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { AuthorizedContext } from './shield-rules.js';

const guarded = new WeakSet<GraphQLFieldResolver<unknown, AuthorizedContext>>();

/**
 * Puts a guard before what the code leaves open, as structure or as another owner's key, and the terms in force do not: it is denied as long as they do not.
 * The guard asks the operation's own terms, so that it need never be taken away, and most schemas never get one.
 */
export function guardWhatIsOpen(schema: GraphQLSchema, owner: string, built: TermsTable, inForce: TermsTable): void {
  const open = (table: TermsTable, coordinate: string) => leavesOpen(table, coordinate, owner);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (federationFields.has(coordinate) || !open(built, coordinate) || open(inForce, coordinate)) continue;
      const resolve = (field.resolve ?? defaultFieldResolver) as GraphQLFieldResolver<unknown, AuthorizedContext>;
      if (guarded.has(resolve)) continue;
      const guard: typeof resolve = (parent, args, context, info) =>
        context.authority.leavesOpen(coordinate, owner) ? resolve(parent, args, context, info) : context.authority.refuse(coordinate, parent, info);
      guarded.add(guard);
      field.resolve = guard as never;
    }
  }
}

function leavesOpen(table: TermsTable, coordinate: string, owner: string): boolean {
  const terms = table.fields.get(coordinate);
  return table.structural.has(coordinate) || (terms !== undefined && terms.owner !== owner);
}
