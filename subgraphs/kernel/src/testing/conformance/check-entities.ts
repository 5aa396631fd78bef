import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import type { WrittenRow } from './conformance-fixture.js';
import { namedType, verdictOf, type OracleField, type OracleSchema, type OracleType, type Verdict } from './oracle.js';
import { headersOf, type ConformanceCaller } from './row-matrix.js';

type Entity = Record<string, unknown> | null;

/**
 * Asks for every field of every row of a type through `_entities`, as a gateway or anybody else may, and compares.
 *
 * @param rows the rows of an own entity; undefined for a stub, whose fields rest on no row of this owner
 * @returns the mismatches, in words
 */
export async function checkEntities(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  typeName: string,
  rows: readonly WrittenRow[] | undefined,
): Promise<string[]> {
  const type = schema.types.get(typeName);
  if (!type?.key) throw new Error(`${typeName} is no entity.`);
  const keyField = type.key;
  const { fields } = type;
  const keys = rows?.map(({ key }) => key) ?? ['of-another-owner'];
  if (rows === undefined && fields.length === 1) return [];
  const answer = await subgraph.ask<{ _entities: Entity[] }>(
    { identity: caller.identity.name, role: caller.role },
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeName} { ${fields.map((field) => selection(schema, field)).join(' ')} } } }`,
    { r: keys.map((key) => ({ __typename: typeName, [keyField]: key })) },
    headersOf(caller),
  );
  if (!answer.data?._entities) return [`${typeName}: no answer (${JSON.stringify(answer.errors)})`];
  const who = `${caller.identity.name} as ${caller.role}`;
  const mismatches: string[] = [];
  const denied = new Set<string>();

  answer.data._entities.forEach((entity, index) => {
    const written = rows?.[index];
    const there = written === undefined || visible(type, caller, written);
    const at = `${who}: ${typeName} (${written?.row.relation ?? 'stub'})`;
    if (!there) {
      if (entity !== null) mismatches.push(`${at} is there and should not be`);
      return;
    }
    if (entity === null) {
      mismatches.push(`${at} should be there and is not`);
      return;
    }
    const compared = checkFieldsOf(schema, caller, type, written, entity);
    mismatches.push(...compared.mismatches.map((wrong) => `${who}: ${wrong}`));
    for (const coordinate of compared.denied) denied.add(coordinate);
  });

  const refused = new Set((answer.errors ?? []).map(({ extensions }) => String(extensions['coordinate'] ?? extensions.code)));
  for (const coordinate of denied) if (!refused.has(coordinate)) mismatches.push(`${who}: ${coordinate} is denied without a refusal`);
  for (const coordinate of refused) if (!denied.has(coordinate)) mismatches.push(`${who}: ${coordinate} is refused without need`);
  const told = (answer.errors ?? []).map(({ extensions }) => `${String(extensions['coordinate'])} ${extensions.code}`);
  if (new Set(told).size < told.length) mismatches.push(`${who}: more than one error per coordinate and reason of ${typeName}`);
  return mismatches;
}

/** Compares every field of an entity that came with what the terms give, and tells which coordinates they deny. */
export function checkFieldsOf(
  schema: OracleSchema,
  caller: ConformanceCaller,
  type: OracleType,
  written: WrittenRow | undefined,
  entity: Entity,
): { mismatches: string[]; denied: ReadonlySet<string> } {
  const mismatches: string[] = [];
  const denied = new Set<string>();
  for (const field of type.fields) {
    const verdict = verdictOfField(field, type, caller, written);
    if (verdict === 'DENIED') denied.add(`${type.name}.${field.name}`);
    const wrong = judge(verdict, entity?.[field.name], leaf(schema, field) || field.type.endsWith('!'));
    if (wrong) mismatches.push(`${type.name} (${written?.row.relation ?? 'stub'}).${field.name}: ${wrong}, the terms give ${verdict}`);
  }
  const key = type.key ?? '';
  if (written && entity && entity[key] !== written.key) mismatches.push(`${type.name} ${String(entity[key])} came instead of ${written.key}`);
  return { mismatches, denied };
}

/** Whether a row is there at all: what the terms of the key give. */
export function visible(type: OracleType, caller: ConformanceCaller, { row }: WrittenRow): boolean {
  const terms = type.fields.find(({ name }) => name === type.key)?.terms;
  return terms !== undefined && verdictOf(terms, caller, row) !== 'DENIED';
}

function verdictOfField(
  field: OracleField,
  type: OracleType,
  caller: ConformanceCaller,
  written: WrittenRow | undefined,
): Verdict {
  // A stub echoes its key, whoever asks.
  if (written === undefined && field.name === type.key) return 'OPEN';
  return field.terms ? verdictOf(field.terms, caller, written?.row, caller.deskOn?.(`${type.name}.${field.name}`)) : 'DENIED';
}

function judge(verdict: Verdict, value: unknown, mustBeThere: boolean): string | undefined {
  if (verdict === 'DENIED' || verdict === 'NULL') return value === null ? undefined : `a value came (${JSON.stringify(value)})`;
  // What a nullable object field leads to has rows and terms of its own.
  if (!mustBeThere) return undefined;
  if (value === null || value === undefined) return 'nothing came';
  const text = String(value);
  const partial = /^(.\*{3}.|\*{3})$/u.test(text);
  const hash = text.startsWith('hmac-sha-256:');
  if (verdict === 'PARTIAL' && !partial) return `it came as ${text}`;
  if (verdict === 'HASH' && !hash) return `it came as ${text}`;
  if (verdict === 'OPEN' && (partial || hash)) return `it came masked as ${text}`;
  return undefined;
}

function leaf(schema: OracleSchema, field: OracleField): boolean {
  const name = namedType(field.type);
  return schema.scalars.has(name) || schema.enums.has(name);
}

/** A field as it is asked for: whole, or that it leads somewhere. */
export function selection(schema: OracleSchema, field: OracleField): string {
  return leaf(schema, field) ? field.name : `${field.name} { __typename }`;
}
