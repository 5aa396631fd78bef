import { readFileSync } from 'node:fs';
import { buildSchema, graphql, isObjectType, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Caller } from '../decision/caller.js';
import type { DeskDecisions } from '../decision/desk-decisions.js';
import { OperationAuthority } from '../enforcement/operation-authority.js';
import type { AuthorizedContext } from '../enforcement/shield-rules.js';
import type { TermsTable } from '../terms/read-terms.js';
import type { FieldTerms } from '../terms/vocabulary.js';

const specification = readFileSync(new URL('../../directives/sharing.graphql', import.meta.url), 'utf8');

export type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, AuthorizedContext>>>>>;

/** A schema in memory whose fields carry terms, as a subgraph of the owner `here` would publish it. */
export function schemaUnderTerms(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const federation = 'type _Service { sdl: String } extend type Query { _service: _Service, _entities: ID }';
  const schema = buildSchema(`${specification} ${federation} ${sdl}`, { assumeValidSDL: true });
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`There is no type ${typeName}.`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`There is no field ${typeName}.${name}.`);
      field.resolve = resolve as never;
    }
  }
  return schema;
}

/** Terms as they stand in a published document. */
export function sharing(terms: FieldTerms): string {
  const argument = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(argument).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return String(value);
    const fields = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{ ${fields.map(([name, part]) => `${name}: ${name === 'visibleFrom' ? JSON.stringify(part) : argument(part)}`).join(', ')} }`;
  };
  const ground = terms.ground === undefined ? '' : `, ground: ${JSON.stringify(terms.ground)}`;
  return `@sharing(owner: "${terms.owner}", terms: "${terms.terms}", class: ${terms.class}, audience: ${argument(terms.audience)}${ground})`;
}

/** Asks as a caller; the authority tells afterwards what was refused and masked. */
export async function ask(
  schema: GraphQLSchema,
  table: TermsTable,
  caller: Caller,
  source: string,
  desk?: DeskDecisions,
): Promise<{ result: ExecutionResult; authority: OperationAuthority }> {
  const authority = new OperationAuthority(caller, table, (code, { coordinate, act }) => `${code} ${coordinate ?? act ?? ''}`, desk);
  return { result: await graphql({ schema, source, contextValue: { authority } }), authority };
}
