import { createRequire } from 'node:module';
import { needsRow } from '@hub/schema/policy/decision/clause-admits-row.js';
import { allow, deny, rule, shield } from '@hub/schema/policy/enforcement/shield-library.js';
import { federationFields } from '@hub/schema/policy/terms/federation-fields.js';
import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import { isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { decisionOn } from './decision-on.js';
import type { StackContext } from './stack-subgraph.js';

// The same build as shield's; see shield-library.
const { applyMiddleware } = createRequire(import.meta.url)('graphql-middleware') as typeof import('graphql-middleware');

type ShieldRule = ReturnType<ReturnType<typeof rule>>;

/**
 * The schema under graphql-shield as its documentation has it: a rule on every field, deny where there is none. Rules that read the row are
 * not cached, the others once per request (`contextual`), which is the fastest that the documentation offers for each.
 */
export function shieldEveryField(schema: GraphQLSchema, table: TermsTable, owner: string): GraphQLSchema {
  const rules = new Map<string, ShieldRule>();
  const ruleOf = (terms: FieldTerms): ShieldRule => {
    const name = `${terms.owner} ${terms.terms}`;
    const known =
      rules.get(name) ??
      rule(name, { cache: terms.audience.some(needsRow) ? 'no_cache' : 'contextual' })((row, _args, context: StackContext) => decisionOn(context, terms, row).allowed);
    rules.set(name, known);
    return known;
  };
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type)).filter(isObjectType);
  const tree = Object.fromEntries(
    types.map((type) => [
      type.name,
      Object.fromEntries(
        Object.keys(type.getFields()).map((field) => {
          const coordinate = `${type.name}.${field}`;
          const terms = table.fields.get(coordinate);
          // Of another owner's entity there is nothing here but the key that the gateway brought.
          const open = federationFields.has(coordinate) || table.structural.has(coordinate) || (terms !== undefined && terms.owner !== owner);
          return [field, open ? allow : terms ? ruleOf(terms) : deny];
        }),
      ),
    ]),
  );
  return applyMiddleware(schema, shield(tree, { allowExternalErrors: true, fallbackRule: deny }));
}
