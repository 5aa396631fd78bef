import {
  getDirectiveValues,
  isIntrospectionType,
  isObjectType,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { clauseIn } from './clause-in.js';
import { federationFields } from './federation-fields.js';
import type { ActTerms, FieldTerms } from './vocabulary.js';

/** All terms of one subgraph by schema coordinate. */
export interface TermsTable {
  readonly fields: ReadonlyMap<string, FieldTerms>;
  readonly acts: ReadonlyMap<string, ActTerms>;
  /** Coordinates that are reached only through a field that has decided. */
  readonly structural: ReadonlySet<string>;
  /** Coordinates in the schema with no terms at all: denied. */
  readonly withoutTerms: ReadonlySet<string>;
}

/** Reads the terms of every field from a published schema; `getDirectiveValues` supplies the defaults that the AST lacks. */
export function readTerms(schema: GraphQLSchema): TermsTable {
  const [sharing, act, structural] = ['sharing', 'act', 'structural'].map((name) => schema.getDirective(name));
  const table = {
    fields: new Map<string, FieldTerms>(),
    acts: new Map<string, ActTerms>(),
    structural: new Set<string>(),
    withoutTerms: new Set<string>(),
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (federationFields.has(coordinate)) continue;
      const fieldTerms = values<FieldTerms>(sharing, field);
      const actTerms = values<ActTerms>(act, field);
      if (fieldTerms) table.fields.set(coordinate, fieldTerms);
      else if (actTerms) table.acts.set(field.name, { ...actTerms, clause: clauseIn(field.description ?? '') });
      else if (values(structural, field)) table.structural.add(coordinate);
      else table.withoutTerms.add(coordinate);
    }
  }
  return table;
}

function values<T>(directive: GraphQLDirective | null | undefined, field: GraphQLField<unknown, unknown>): T | undefined {
  if (!directive || !field.astNode) return undefined;
  return getDirectiveValues(directive, field.astNode) as T | undefined;
}
