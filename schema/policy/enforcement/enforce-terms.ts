import { defaultFieldResolver, isIntrospectionType, isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { applyMask } from '../decision/apply-mask.js';
import { federationFields } from '../terms/federation-fields.js';
import { readTerms, type TermsTable } from '../terms/read-terms.js';
import type { Mask } from '../terms/vocabulary.js';
import { ruleAt } from './rule-at.js';
import { shieldRules, type AuthorizedContext, type FieldMiddleware } from './shield-rules.js';

type Resolver = GraphQLFieldResolver<unknown, AuthorizedContext>;

/**
 * Puts graphql-shield's rule in front of every field of an owner's schema, in place.
 *
 * A rule that is literally run on every value costs several times the execution itself, because shield always awaits.
 * So a field's middleware is entered unless the operation's authority has already decided, by the same terms, that the
 * value is open; whatever is not plainly open goes through shield. What shield has refused to a row, further rows of the same
 * place are refused for the same reason without asking it again.
 *
 * @throws Error if a coordinate has no middleware: nothing may be reached that no rule guards.
 */
export function enforceTerms(schema: GraphQLSchema, options: { owner: string; maskKey: string }): TermsTable {
  const table = readTerms(schema);
  const rules = shieldRules(schema, table, options.owner);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const middleware = ruleAt(rules, type.name, field.name);
      const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
      const terms = table.fields.get(coordinate);
      if (type === schema.getSubscriptionType()) guardSubscription(field, coordinate, terms?.owner === options.owner, middleware);
      // Structures, echoed keys and Federation's own fields are open to whoever reached them.
      const open = federationFields.has(coordinate) || table.structural.has(coordinate);
      if (open || (terms && terms.owner !== options.owner)) continue;
      field.resolve = (terms ? guardField(coordinate, resolve, middleware, options.maskKey) : guard(resolve, middleware)) as never;
    }
  }
  return table;
}

/** A subscription is checked when it starts; its `resolve`, like that of any field, for each event anew. */
function guardSubscription(field: GraphQLField<unknown, unknown>, coordinate: string, hasTerms: boolean, middleware: FieldMiddleware): void {
  if (!hasTerms) throw new Error(`${coordinate} has no terms of its owner; a subscription without terms does not start.`);
  const { subscribe, resolve } = field;
  // Without `resolve` nothing would make a payload but the source itself.
  if (!subscribe || !resolve) throw new Error(`${coordinate} needs both subscribe and resolve; without resolve its events would not be decided one by one.`);
  field.subscribe = guard(subscribe as Resolver, middleware) as never;
}

function guard(resolve: Resolver, middleware: FieldMiddleware): Resolver {
  return (parent, args, context, info) => middleware(resolve as never, parent, args, context, info);
}

function guardField(coordinate: string, resolve: Resolver, middleware: FieldMiddleware, maskKey: string): Resolver {
  const resolveMasked = (mask: Mask): Resolver => (parent, args, context, info) => {
    context.authority.noteMask(coordinate, mask, info);
    const value: unknown = resolve(parent, args, context, info);
    return value instanceof Promise
      ? value.then((settled) => applyMask(settled, mask, maskKey))
      : applyMask(value, mask, maskKey);
  };
  return (parent, args, context, info) => {
    const decision = context.authority.decide(coordinate, parent);
    if (!decision.allowed) return context.authority.isRefusedAgain(coordinate, parent, info) ? null : middleware(resolve as never, parent, args, context, info);
    if (decision.granted) context.authority.noteGrant(coordinate, parent);
    if (decision.mask === undefined) return resolve(parent, args, context, info);
    return resolveMasked(decision.mask)(parent, args, context, info);
  };
}
