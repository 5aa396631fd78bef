import { GraphQLError, isIntrospectionType, isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { federationFields } from '../terms/federation-fields.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { OperationAuthority } from './operation-authority.js';
import { allow, rule, shield } from './shield-library.js';

/** The part of a resolver's context that the rules read. */
export interface AuthorizedContext {
  readonly authority: OperationAuthority;
}

/** A middleware that shield builds for one field. */
export type FieldMiddleware = (
  resolve: (parent: unknown, args: unknown, context: AuthorizedContext, info: GraphQLResolveInfo) => unknown,
  parent: unknown,
  args: unknown,
  context: AuthorizedContext,
  info: GraphQLResolveInfo,
) => unknown;

type ShieldRule = ReturnType<ReturnType<typeof rule>>;
type RuleTree = Record<string, Record<string, ShieldRule | typeof allow>>;

/**
 * Builds graphql-shield's complete map, deny by default, from the terms: one rule per distinct terms of fields, one per
 * act. Fields without terms get no rule and so fall to deny.
 *
 * @param owner the subgraph; keys of other owners' entities are echoed, for the caller brought them.
 */
export function shieldRules(
  schema: GraphQLSchema,
  table: TermsTable,
  owner: string,
): Readonly<Record<string, Readonly<Record<string, FieldMiddleware>>>> {
  const rules = new Map<string, ShieldRule>();
  const named = (name: string, test: (context: AuthorizedContext, parent: unknown, coordinate: string) => boolean) => {
    let found = rules.get(name);
    if (!found) {
      found = rule(name, { cache: 'no_cache' })((parent, _args, context: AuthorizedContext, info) =>
        test(context, parent, coordinateOf(info)),
      );
      rules.set(name, found);
    }
    return found;
  };

  const tree: RuleTree = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const fields = (tree[type.name] ??= {});
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const terms = table.fields.get(coordinate);
      if (federationFields.has(coordinate) || table.structural.has(coordinate) || (terms && terms.owner !== owner)) fields[field.name] = allow;
      else if (terms) {
        fields[field.name] = named(`${terms.owner}.${terms.terms}`, (context, parent, at) =>
          context.authority.permits(at, parent),
        );
      } else if (type.name === 'Mutation' && table.acts.has(field.name)) {
        fields[field.name] = named(`act ${field.name}`, (context) => context.authority.mayAct(field.name));
      }
    }
    if (Object.keys(fields).length === 0) delete tree[type.name];
  }

  const generator = shield(tree, {
    allowExternalErrors: true,
    // One error per denied coordinate and response position: null, after the first.
    fallbackError: ((_thrown: unknown, parent: unknown, _args: unknown, context: AuthorizedContext, info: GraphQLResolveInfo) =>
      refusal(context, parent, info)) as never,
    fallbackRule: rule('deny by default', { cache: 'no_cache' })(() => false),
  });
  return generator.generate(schema) as never;
}

function refusal(context: AuthorizedContext, parent: unknown, info: GraphQLResolveInfo): GraphQLError | null {
  return info.parentType.name === 'Mutation'
    ? context.authority.refuseAct(info.fieldName)
    : context.authority.refuse(coordinateOf(info), parent, info);
}

function coordinateOf(info: GraphQLResolveInfo): string {
  return `${info.parentType.name}.${info.fieldName}`;
}
