import { type ConstDirectiveNode, Kind, parse, valueFromASTUntyped } from 'graphql';
import type { DemoParticipant } from '@hub/prisma/seed/demo-participants.js';

/*
 * What the terms give, worked out anew for the conformance suite. Nothing here is taken from schema/policy: it reads the
 * published SDL as bare syntax and reasons clause by clause, so that an error in the rules cannot hide in the expectation.
 */

/** A row as the oracle sees it. */
export interface OracleRow {
  readonly holder: string;
  readonly concerned: readonly string[];
  readonly sellerRegion: string | null;
  readonly producerRegion: string | null;
  readonly platformRegion: string | null;
  readonly state: string;
  readonly reached: readonly string[];
}

/** Who asks, as the oracle sees it. */
export interface OracleCaller {
  readonly party: DemoParticipant;
  readonly role: string;
  readonly purpose?: string | undefined;
}

/** What the sharing desk has decided on one field, for and against anybody, as the oracle sees it. */
export interface OracleDesk {
  readonly grants: readonly { readonly grantee: string; readonly holder: string; readonly purpose: string; readonly over: boolean }[];
  /** By whom the field is closed; null closes it on every row. */
  readonly closedBy: readonly (string | null)[];
}

interface OracleClause {
  kinds: string[];
  levels?: string[];
  roles?: string[];
  rows?: string;
  place?: string;
  visibleFrom?: string;
  mask?: string;
  purposes?: string[];
}

export interface OracleTerms {
  owner: string;
  class: string;
  audience: OracleClause[];
}

export interface OracleAct {
  audience: OracleClause[];
  on?: string;
  from?: string[];
}

export type Verdict = 'OPEN' | 'PARTIAL' | 'HASH' | 'NULL' | 'DENIED';

/** The published schema of an owner, as far as the suite needs it. */
export interface OracleField {
  readonly name: string;
  readonly type: string;
  readonly args: readonly { name: string; type: string }[];
  readonly terms: OracleTerms | undefined;
  readonly act: OracleAct | undefined;
}

export interface OracleType {
  readonly name: string;
  readonly key: string | undefined;
  readonly fields: readonly OracleField[];
}

export interface OracleSchema {
  readonly types: ReadonlyMap<string, OracleType>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** What a value of an enum reads, such as one of an order, by `Enum.VALUE`. */
  readonly enumReads: ReadonlyMap<string, string | undefined>;
  readonly inputs: ReadonlyMap<string, readonly { name: string; type: string; reads: string | undefined }[]>;
  readonly scalars: ReadonlySet<string>;
}

export function readOracleSchema(sdl: string): OracleSchema {
  const types = new Map<string, OracleType>();
  const enums = new Map<string, readonly string[]>();
  const enumReads = new Map<string, string | undefined>();
  const inputs = new Map<string, readonly { name: string; type: string; reads: string | undefined }[]>();
  const scalars = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);
  for (const node of parse(sdl).definitions) {
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION) scalars.add(node.name.value);
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
      enums.set(node.name.value, node.values?.map((value) => value.name.value) ?? []);
      for (const value of node.values ?? []) {
        const reads = argumentsOf<{ coordinate: string }>(find(value.directives, 'reads'))?.coordinate;
        enumReads.set(`${node.name.value}.${value.name.value}`, reads);
      }
    }
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      inputs.set(
        node.name.value,
        (node.fields ?? []).map((field) => ({
          name: field.name.value,
          type: typeText(field.type),
          reads: argumentsOf<{ coordinate: string }>(find(field.directives, 'reads'))?.coordinate,
        })),
      );
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const before = types.get(node.name.value);
    types.set(node.name.value, {
      name: node.name.value,
      key: argumentsOf<{ fields: string }>(find(node.directives, 'key'))?.fields ?? before?.key,
      fields: [
        ...(before?.fields ?? []),
        ...(node.fields ?? []).map((field) => ({
          name: field.name.value,
          type: typeText(field.type),
          args: (field.arguments ?? []).map((arg) => ({ name: arg.name.value, type: typeText(arg.type) })),
          terms: argumentsOf<OracleTerms>(find(field.directives, 'sharing')),
          act: argumentsOf<OracleAct>(find(field.directives, 'act')),
        })),
      ],
    });
  }
  return { types, enums, enumReads, inputs, scalars };
}

/** What a caller gets of a field on a row; of a root field where there is none. */
export function verdictOf(terms: OracleTerms, caller: OracleCaller, row: OracleRow | undefined, desk?: OracleDesk): Verdict {
  const order: Verdict[] = ['OPEN', 'PARTIAL', 'HASH', 'NULL'];
  let best = order.length;
  for (const clause of terms.audience) {
    if (!speaksTo(clause, caller)) continue;
    if (clause.rows !== 'OWN' && !passesDesk(terms, caller, row, desk)) continue;
    if (!covers(clause, caller, row)) continue;
    best = Math.min(best, order.indexOf((clause.mask ?? 'OPEN') as Verdict));
  }
  return order[best] ?? 'DENIED';
}

/** Whether the desk lets the caller at a row that is another's: not where it was closed, and 有条件共享 only where its holder granted it. */
function passesDesk(terms: OracleTerms, { party, purpose }: OracleCaller, row: OracleRow | undefined, desk: OracleDesk | undefined): boolean {
  for (const closer of desk?.closedBy ?? []) if (closer === null || closer === row?.holder || !row) return false;
  if (terms.class !== 'CONDITIONAL') return true;
  const grant = desk?.grants.find((each) => !each.over && each.grantee === party.id && each.purpose === purpose && each.holder === row?.holder);
  return grant !== undefined;
}

/** Whether a clause names the caller, whatever the row. */
export function speaksTo(clause: OracleClause, { party, role, purpose }: OracleCaller): boolean {
  if (clause.purposes && !clause.purposes.some((named) => named === purpose)) return false;
  if (!clause.kinds.includes(party.kind)) return false;
  if (clause.levels && !(party.level !== null && clause.levels.includes(party.level))) return false;
  return !clause.roles || clause.roles.includes(role);
}

export function covers(clause: OracleClause, { party }: OracleCaller, row: OracleRow | undefined): boolean {
  const rows = clause.rows ?? 'ALL';
  if (rows === 'ALL' && clause.visibleFrom === undefined) return true;
  if (!row) return false;
  if (clause.visibleFrom !== undefined && row.reached.indexOf(clause.visibleFrom) < 0) return false;
  if (rows === 'OWN') return party.id === row.holder;
  if (rows === 'CONCERNED') return row.concerned.some((id) => id === party.id);
  if (rows === 'REGION') {
    const code = { SELLER: row.sellerRegion, PRODUCER: row.producerRegion, PLATFORM: row.platformRegion }[clause.place ?? 'SELLER'];
    if (code == null) return false;
    const digits = party.level === 'PROVINCE' ? 2 : party.level === 'CITY' ? 4 : 6;
    return code.substring(0, digits) === party.regionCode.substring(0, digits);
  }
  return true;
}

function argumentsOf<T>(directive: ConstDirectiveNode | undefined): T | undefined {
  if (!directive) return undefined;
  const entries = (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]);
  return Object.fromEntries(entries) as T;
}

function find(directives: readonly ConstDirectiveNode[] | undefined, name: string): ConstDirectiveNode | undefined {
  return directives?.find((directive) => directive.name.value === name);
}

function typeText(type: import('graphql').TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${typeText(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : type.name.value;
}

/** The name of a type without list and non-null marks. */
export function namedType(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

/** Whether some row may be open to the caller, unmasked. */
export function mayEverRead(terms: OracleTerms, caller: OracleCaller, desk?: OracleDesk): boolean {
  const closed = desk?.closedBy.includes(null) ?? false;
  const granted = desk?.grants.some((grant) => !grant.over && grant.grantee === caller.party.id && grant.purpose === caller.purpose && !desk.closedBy.includes(grant.holder));
  const another = !closed && (terms.class !== 'CONDITIONAL' || granted === true);
  return terms.audience.some((clause) => !clause.mask && speaksTo(clause, caller) && (clause.rows === 'OWN' || another));
}

/** The terms of a coordinate. */
export function termsAt(schema: OracleSchema, coordinate: string | undefined): OracleTerms | undefined {
  const [typeName = '', fieldName = ''] = (coordinate ?? '').split('.');
  return schema.types.get(typeName)?.fields.find(({ name }) => name === fieldName)?.terms;
}
