import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { visible } from './check-entities.js';
import { listsOf, rootOpen, type ListOfSchema } from './check-lists.js';
import type { WrittenRow } from './conformance-fixture.js';
import { mayEverRead, namedType, termsAt, verdictOf, type OracleSchema } from './oracle.js';
import { headersOf, type ConformanceCaller } from './row-matrix.js';
import { sampleValue } from './sample-value.js';

const mostShown = 500;

/** One use of a filter or an order: what is written, and the coordinate that it reads. */
interface Use {
  readonly text: string;
  readonly variables: object;
  readonly reads: string | undefined;
  /** A row that the filter must find, for its value was taken from there. */
  readonly finds?: WrittenRow;
}

/**
 * Uses each filter and each order of each list. One that reads a coordinate closed to the caller is refused; any other
 * shows and counts only rows on which the caller may read that coordinate unmasked, and finds the row from which its value was taken.
 */
export async function checkFilters(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
  partial: readonly string[] = [],
): Promise<string[]> {
  const mismatches: string[] = [];
  for (const list of listsOf(schema)) {
    const rows = written.get(list.entity);
    if (!rows || !rootOpen(schema, caller, list.field)) continue;
    const uses = [...(await filterUses(subgraph, schema, caller, list, rows)), ...orderUses(schema, list)];
    for (const { finds, ...use } of uses) mismatches.push(...(await checkUse(subgraph, schema, caller, list, rows, { ...use, ...(finds && !partial.includes(list.field) && { finds }) })));
  }
  return mismatches;
}

async function checkUse(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  { field, entity, key, filter, order }: ListOfSchema,
  rows: readonly WrittenRow[],
  { text, variables, reads, finds }: Use,
): Promise<string[]> {
  const at = `${caller.identity.name} as ${caller.role}: ${field}(${text})`;
  const type = schema.types.get(entity);
  const terms = termsAt(schema, reads);
  if (!terms || !type) return [`${at} names no coordinate`];
  const parameters = [filter && `$filter: ${filter}`, order && `$orderBy: ${order}`].filter(Boolean).join(', ');
  const args = [filter && 'filter: $filter', order && 'orderBy: $orderBy'].filter(Boolean).join(', ');
  const answer = await subgraph.ask<Record<string, { nodes: Record<string, string>[]; totalCount: number } | null>>(
    { identity: caller.identity.name, role: caller.role },
    `query (${parameters}) { ${field}(first: ${mostShown}, ${args}) { nodes { ${key} } totalCount } }`,
    variables,
    headersOf(caller),
  );
  const code = answer.errors?.[0]?.extensions.code;
  const desk = caller.deskOn?.(reads ?? '');
  if (!mayEverRead(terms, caller, desk)) {
    if (code !== 'SHARING_FILTER_DENIED') return [`${at} is closed and answered ${code ?? 'rows'}`];
    const noted = (answer.extensions?.sharing?.refused ?? []) as { coordinate: string; code: string; path: string[] }[];
    const isNoted = noted.some((note) => note.coordinate === reads && note.code === code && note.path.join('.') === field);
    return isNoted && answer.errors?.[0]?.extensions['coordinate'] === reads ? [] : [`${at} is refused without telling of ${reads}`];
  }
  const page = answer.data?.[field];
  if (!page) return [`${at} did not answer: ${JSON.stringify(answer.errors)}`];
  const shown = new Set(page.nodes.map((node) => node[key]));
  const readable = (row: WrittenRow) => visible(type, caller, row) && verdictOf(terms, caller, row.row, desk) === 'OPEN';
  return [
    ...(page.nodes.length < mostShown && page.totalCount !== page.nodes.length ? [`${at} counts ${page.totalCount} rows and shows ${page.nodes.length}`] : []),
    ...rows
      .filter((row) => shown.has(row.key) && !readable(row))
      .map((row) => `${at} finds a row (${row.row.relation}) by what the caller may not read`),
    ...(finds && readable(finds) && shown.size < mostShown && !shown.has(finds.key) ? [`${at} does not find the row that has the value`] : []),
  ];
}

/** Each field of the filter, with a value of a row on which the caller may read it, where there is one. */
async function filterUses(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  list: ListOfSchema,
  rows: readonly WrittenRow[],
): Promise<Use[]> {
  const uses: Use[] = [];
  for (const input of schema.inputs.get(list.filter ?? '') ?? []) {
    const terms = termsAt(schema, input.reads);
    const type = schema.types.get(list.entity);
    const row = rows.find((candidate) => type && terms && visible(type, caller, candidate) && verdictOf(terms, caller, candidate.row, caller.deskOn?.(input.reads ?? '')) === 'OPEN');
    const value = row && input.reads ? await valueAt(subgraph, schema, caller, input.reads, row) : undefined;
    // A filter of another name, such as the end of a period, asks for more than the value of its coordinate.
    const name = input.reads?.split('.')[1] ?? '';
    const equal = value !== undefined && !Array.isArray(value) && [name, `${name}Id`, `${name}Code`].includes(input.name);
    const taken = equal ? (input.type.startsWith('[') ? [value] : value) : input.name.endsWith('RegionCode') ? '330105' : sampleValue(schema, input.type);
    uses.push({
      text: `filter: { ${input.name}: ${JSON.stringify(taken)} }`,
      variables: { filter: { [input.name]: taken } },
      reads: input.reads,
      ...(equal && row ? { finds: row } : {}),
    });
  }
  return uses;
}

function orderUses(schema: OracleSchema, { order }: ListOfSchema): Use[] {
  const field = schema.inputs.get(order ?? '')?.find(({ name }) => name === 'field');
  const fieldEnum = field && namedType(field.type);
  return (schema.enums.get(fieldEnum ?? '') ?? []).map((value) => ({
    text: `orderBy: { field: ${value} }`,
    variables: { orderBy: { field: value } },
    reads: schema.enumReads.get(`${fieldEnum}.${value}`),
  }));
}

/** The value of a coordinate on a row, as the caller reads it; of an entity, its key. */
async function valueAt(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  coordinate: string,
  row: WrittenRow,
): Promise<unknown> {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.types.get(typeName);
  const field = type?.fields.find(({ name }) => name === fieldName);
  const target = schema.types.get(namedType(field?.type ?? ''));
  if (!type?.key || !field || (target && !target.key)) return undefined;
  const answer = await subgraph.ask<{ _entities: Record<string, unknown>[] }>(
    { identity: caller.identity.name, role: caller.role },
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeName} { value: ${fieldName}${target ? ` { ${target.key} }` : ''} } } }`,
    { r: [{ __typename: typeName, [type.key]: row.key }] },
    headersOf(caller),
  );
  const value = answer.data?._entities?.[0]?.['value'];
  if (value === null || value === undefined) return undefined;
  return target?.key && !Array.isArray(value) ? (value as Record<string, unknown>)[target.key] : value;
}
