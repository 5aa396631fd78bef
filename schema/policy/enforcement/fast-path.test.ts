import { defaultFieldResolver, isIntrospectionType, isObjectType, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { expect, it } from 'vitest';
import { applyMask } from '../decision/apply-mask.js';
import type { Caller } from '../decision/caller.js';
import { decisionsFor } from '../decision/decisions-for.js';
import type { Stamps } from '../decision/stamps.js';
import { readTerms, type TermsTable } from '../terms/read-terms.js';
import type { FieldTerms } from '../terms/vocabulary.js';
import { randomFrom, type Random } from '../testing/random.js';
import { randomCaller, randomDecisions, randomNow, randomStamps, randomTerms } from '../testing/random-terms.js';
import { ask, schemaUnderTerms, sharing, type Resolvers } from '../testing/schema-under-terms.js';
import { enforceTerms } from './enforce-terms.js';
import { ruleAt } from './rule-at.js';
import { shieldRules, type AuthorizedContext } from './shield-rules.js';

const fields = ['alpha', 'beta', 'gamma', 'delta'] as const;

/** So that most callers come as far as the rows. */
const open: FieldTerms = {
  owner: 'here',
  terms: 'root',
  class: 'UNCONDITIONAL',
  audience: [{ kinds: ['REGULATOR', 'MONITORING_CENTER', 'LAB', 'PLATFORM'], rows: 'ALL' }],
};

/** Puts shield's middleware literally in front of every value, which is slow and plainly right. */
function enforceLiterally(schema: GraphQLSchema): TermsTable {
  const table = readTerms(schema);
  const rules = shieldRules(schema, table, 'here');
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const middleware = ruleAt(rules, type.name, field.name);
      const inner = (field.resolve ?? defaultFieldResolver) as GraphQLFieldResolver<unknown, AuthorizedContext>;
      field.resolve = ((parent, args, context: AuthorizedContext, info) =>
        middleware(
          async (...call) => {
            const value: unknown = await (inner as (...all: unknown[]) => unknown)(...call);
            const decision = context.authority.decide(`${type.name}.${field.name}`, parent);
            return decision.allowed && decision.mask !== undefined ? applyMask(value, decision.mask, 'key') : value;
          },
          parent,
          args,
          context,
          info,
        )) satisfies GraphQLFieldResolver<unknown, AuthorizedContext> as never;
    }
  }
  return table;
}

function drawSchema(random: Random): () => GraphQLSchema {
  const plan = fields.map((field) => `${field}: String ${sharing({ ...randomTerms(random), terms: field })}`).join('\n');
  const root = sharing(random.chance(0.1) ? { ...randomTerms(random), terms: 'root' } : open);
  const sdl = `type Query { plans: [Plan!] ${root} one: Plan ${root} } type Plan { ${plan} next: Plan ${sharing({ ...randomTerms(random), terms: 'next' })} }`;
  const rows: readonly (Stamps | undefined)[] = Array.from({ length: 6 }, () => (random.chance(0.1) ? undefined : randomStamps(random)));
  const resolvers: Resolvers = {
    Query: {
      plans: (_root, _args, { authority }) => rows.map((stamps, place) => rowAt(authority, stamps, place)),
      one: async (_root, _args, { authority }) => rowAt(authority, rows[0], 0),
    },
    Plan: { next: (parent, _args, { authority }) => rowAt(authority, rows[((parent as { place: number }).place + 1) % rows.length], 1) },
  };
  return () => schemaUnderTerms(sdl, resolvers);
}

function rowAt(authority: AuthorizedContext['authority'], stamps: Stamps | undefined, place: number): object {
  const row = { place, ...Object.fromEntries(fields.map((field) => [field, `${field} of row ${place}`])) };
  return stamps ? authority.admit(row, stamps, 'Row') : row;
}

const operation = `{ plans { ${fields.join(' ')} next { ${fields.join(' ')} } } one { ${fields.join(' ')} } }`;

/** Rows of one list settle in any order, so of errors at one position the first row may differ. */
function comparable({ data, errors }: ExecutionResult): unknown {
  const refused = (errors ?? []).map(({ path, extensions }) => `${path?.filter((key) => typeof key === 'string').join('.')} ${String(extensions['code'])}`);
  return JSON.parse(JSON.stringify({ data, refused: refused.sort() }));
}

it('opens and refuses by the fast path exactly what shield’s own middleware does', async () => {
  let opened = 0;
  let granted = 0;
  let refused = 0;
  for (let seed = 1; seed <= 100; seed += 1) {
    const random = randomFrom(seed);
    const schema = drawSchema(random);
    const [fast, literal] = [schema(), schema()];
    const [fastTable, literalTable] = [enforceTerms(fast, { owner: 'here', maskKey: 'key' }), enforceLiterally(literal)];
    for (let call = 0; call < 10; call += 1) {
      const caller: Caller = randomCaller(random);
      const desk = decisionsFor(randomDecisions(random, fields.map((field) => `Plan.${field}`)), caller, randomNow, random.chance(0.1));
      const [byFast, byShield] = [await ask(fast, fastTable, caller, operation, desk), await ask(literal, literalTable, caller, operation, desk)];
      granted += byFast.authority.notes().grants.length;
      expect(comparable(byFast.result), `seed ${seed}, ${JSON.stringify(caller)}`).toEqual(comparable(byShield.result));
      opened += JSON.stringify(byFast.result.data).match(/of row/g)?.length ?? 0;
      refused += byFast.result.errors?.length ?? 0;
    }
  }
  expect(granted).toBeGreaterThan(50);
  expect(opened).toBeGreaterThan(2_000);
  expect(refused).toBeGreaterThan(2_000);
}, 60_000);
