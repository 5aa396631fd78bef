import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { visible } from './check-entities.js';
import type { WrittenRow } from './conformance-fixture.js';
import { namedType, verdictOf, type OracleSchema } from './oracle.js';
import { headersOf, type ConformanceCaller } from './row-matrix.js';

interface Page {
  nodes: Record<string, string>[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** A root field that gives a connection, with the entity that it lists. */
export interface ListOfSchema {
  readonly field: string;
  readonly entity: string;
  readonly key: string;
  readonly filter: string | undefined;
  readonly order: string | undefined;
}

/** The lists of the schema. */
export function listsOf(schema: OracleSchema): ListOfSchema[] {
  return (schema.types.get('Query')?.fields ?? []).flatMap((field) => {
    const connection = schema.types.get(namedType(field.type));
    const nodes = connection?.fields.find(({ name }) => name === 'nodes');
    const counted = connection?.fields.some(({ name }) => name === 'totalCount');
    const entity = nodes && schema.types.get(namedType(nodes.type));
    const typeOf = (argument: string) => field.args.find(({ name }) => name === argument)?.type;
    const [filter, order] = [typeOf('filter'), typeOf('orderBy')];
    if (!entity?.key || !counted) return [];
    return [{ field: field.name, entity: entity.name, key: entity.key, filter: filter && namedType(filter), order: order && namedType(order) }];
  });
}

/** Whether the caller may use a root field at all. */
export function rootOpen(schema: OracleSchema, caller: ConformanceCaller, field: string): boolean {
  const terms = schema.types.get('Query')?.fields.find(({ name }) => name === field)?.terms;
  return terms !== undefined && verdictOf(terms, caller, undefined) !== 'DENIED';
}

/** Reads each list to its end, page by page, and compares rows and count with those that should be there. */
export async function checkLists(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
  partial: readonly string[] = [],
): Promise<string[]> {
  const mismatches: string[] = [];
  for (const list of listsOf(schema)) {
    const rows = written.get(list.entity);
    if (rows) mismatches.push(...(await checkList(subgraph, schema, caller, list, rows, partial.includes(list.field))));
  }
  return mismatches;
}

async function checkList(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  { field, entity, key }: ListOfSchema,
  rows: readonly WrittenRow[],
  partial: boolean,
): Promise<string[]> {
  const at = `${caller.identity.name} as ${caller.role}: ${field}`;
  const page = async (after: string | null) => {
    const answer = await subgraph.ask<Record<string, Page | null>>(
      { identity: caller.identity.name, role: caller.role },
      `query ($after: String) { ${field}(first: 100, after: $after) { nodes { ${key} } totalCount pageInfo { endCursor hasNextPage } } }`,
      { after },
      headersOf(caller),
    );
    return { page: answer.data?.[field], errors: answer.errors ?? [] };
  };
  if (!rootOpen(schema, caller, field)) {
    const closed = await page(null);
    const refused = closed.page === null && closed.errors.length === 1 && closed.errors[0]?.extensions['coordinate'] === `Query.${field}`;
    return refused ? [] : [`${at} is closed and answered ${JSON.stringify(closed)}`];
  }
  const ids: string[] = [];
  let total = 0;
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const answer = await page(after);
    if (!answer.page) return [`${at} did not answer: ${JSON.stringify(answer.errors)}`];
    ids.push(...answer.page.nodes.map((node) => node[key] ?? ''));
    total = answer.page.totalCount;
    after = answer.page.pageInfo.hasNextPage ? answer.page.pageInfo.endCursor : undefined;
  }
  const type = schema.types.get(entity);
  const own = new Set(rows.map((row) => row.key));
  const expected = rows.filter((row) => type && visible(type, caller, row)).map((row) => row.key);
  const missing = expected.filter((id) => !ids.includes(id));
  const tooMany = ids.filter((id) => own.has(id) && !expected.includes(id));
  return [
    ...(missing.length > 0 && !partial ? [`${at} lacks ${missing.length} rows`] : []),
    ...(tooMany.length > 0 ? [`${at} shows ${tooMany.length} rows that are not there for the caller`] : []),
    ...(new Set(ids).size === ids.length ? [] : [`${at} shows a row twice`]),
    ...(total === ids.length ? [] : [`${at} counts ${total} and lists ${ids.length}`]),
  ];
}
