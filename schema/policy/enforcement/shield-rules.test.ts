import { graphql, isIntrospectionType, isObjectType, type GraphQLFieldResolver } from 'graphql';
import { expect, it } from 'vitest';
import type { Caller } from '../decision/caller.js';
import { readTerms } from '../terms/read-terms.js';
import { schemaUnderTerms } from '../testing/schema-under-terms.js';
import { OperationAuthority } from './operation-authority.js';
import { ruleAt } from './rule-at.js';
import { shieldRules, type AuthorizedContext, type FieldMiddleware } from './shield-rules.js';

const sharing = (kind: string, owner = 'here') => `@sharing(owner: "${owner}", terms: "of ${kind}", class: UNCONDITIONAL, audience: [{ kinds: [${kind}] }])`;
const act = (kind: string) => `@act(owner: "here", audience: [{ kinds: [${kind}] }])`;

/** Every field through shield's own middleware: what holds though nothing in front of it decides. */
const schema = schemaUnderTerms(
  `type Query { lab: String ${sharing('LAB')} officer: String ${sharing('REGULATOR')} structure: Structure @structural }
  type Mutation { issuePlan: String ${act('REGULATOR')} issueReport: String ${act('LAB')} failingAct: String ${act('LAB')} unnamedAct: String }
  type Structure { open: String @structural echoed: String ${sharing('REGULATOR', 'there')} forgotten: String issueReport: String }
  type Forgotten { all: String }`,
  {},
);
const values: Readonly<Record<string, unknown>> = { structure: {}, _service: {} };
const table = readTerms(schema);
const rules = shieldRules(schema, table, 'here');
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || isIntrospectionType(type)) continue;
  for (const field of Object.values(type.getFields())) {
    // Its constants come with the fragments that they need: none.
    const found = ruleAt(rules, type.name, field.name) as FieldMiddleware | { readonly resolve: FieldMiddleware };
    const middleware = typeof found === 'function' ? found : found.resolve;
    const resolve = () => {
      if (field.name === 'failingAct') throw new Error('the database is gone');
      return values[field.name] ?? `${type.name}.${field.name}`;
    };
    field.resolve = ((...call) => middleware(resolve, ...call)) satisfies GraphQLFieldResolver<unknown, AuthorizedContext> as never;
  }
}
const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };
async function ask(source: string): Promise<{ data: unknown; errors: unknown }> {
  const { data, errors } = await graphql({ schema, source, contextValue: { authority: new OperationAuthority(lab, table, (code) => code) } });
  return { data: JSON.parse(JSON.stringify(data)), errors: errors?.map(({ path, message, extensions }) => `${path?.join('.')} ${String(extensions['code'] ?? message)}`) };
}

it('opens what the terms give, structure, echoed keys and what Federation asks for, and denies what it knows no terms of', async () => {
  expect(await ask('{ lab officer structure { open echoed forgotten } _service { sdl } }')).toEqual({
    data: { lab: 'Query.lab', officer: null, structure: { open: 'Structure.open', echoed: 'Structure.echoed', forgotten: null }, _service: { sdl: '_Service.sdl' } },
    errors: ['officer SHARING_NOT_IN_AUDIENCE', 'structure.forgotten SHARING_NO_TERMS'],
  });
});

it('has a rule for every field, of a type none of whose fields has terms as well', () => {
  expect(Object.keys(rules['Forgotten'] ?? {})).toEqual(['all']);
});

it('lets do each act by its own terms, and denies one that has none', async () => {
  expect(await ask('mutation { issuePlan issueReport unnamedAct }')).toEqual({
    data: { issuePlan: null, issueReport: 'Mutation.issueReport', unnamedAct: null },
    errors: ['issuePlan ACT_NOT_PERMITTED', 'unnamedAct ACT_NOT_PERMITTED'],
  });
});

it('denies a field that is called as an act is, and is none', async () => {
  expect(await ask('{ structure { issueReport } }')).toEqual({ data: { structure: { issueReport: null } }, errors: ['structure.issueReport SHARING_NO_TERMS'] });
});

it('passes on what went wrong in an act, which is no refusal', async () => {
  expect(await ask('mutation { failingAct }')).toEqual({ data: { failingAct: null }, errors: ['failingAct the database is gone'] });
});
