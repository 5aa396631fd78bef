import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { visible } from './check-entities.js';
import type { WrittenRow } from './conformance-fixture.js';
import { namedType, verdictOf, type OracleSchema } from './oracle.js';
import type { ConformanceCaller } from './row-matrix.js';

interface Page {
  nodes: Record<string, string>[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** The lists of the schema: root fields that give a connection, with the entity that they list. */
export function listsOf(schema: OracleSchema): { field: string; entity: string; key: string; filter: string | undefined }[] {
  return (schema.types.get('Query')?.fields ?? []).flatMap((field) => {
    const connection = schema.types.get(namedType(field.type));
    const nodes = connection?.fields.find(({ name }) => name === 'nodes');
    const counted = connection?.fields.some(({ name }) => name === 'totalCount');
    const entity = nodes && schema.types.get(namedType(nodes.type));
    const filter = field.args.find(({ name }) => name === 'filter')?.type;
    if (!entity?.key || !counted) return [];
    return [{ field: field.name, entity: entity.name, key: entity.key, filter: filter && namedType(filter) }];
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
): Promise<string[]> {
  const mismatches: string[] = [];
  for (const { field, entity, key } of listsOf(schema)) {
    const type = schema.types.get(entity);
    const rows = written.get(entity);
    if (!type || !rows) continue;
    const at = `${caller.identity.name} as ${caller.role}: ${field}`;
    const ids: string[] = [];
    let total: number | undefined;
    let after: string | null = null;
    do {
      const answer: { data: Record<string, Page | null>; errors?: readonly { extensions: { code: string } }[] } = await subgraph.ask(
        { identity: caller.identity.name, role: caller.role },
        `query ($after: String) { ${field}(first: 100, after: $after) { nodes { ${key} } totalCount pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      const page: Page | null | undefined = answer.data[field];
      if (!rootOpen(schema, caller, field)) {
        if (page !== null || answer.errors?.length !== 1) mismatches.push(`${at} is closed and answered`);
        return mismatches;
      }
      if (!page) return [...mismatches, `${at} did not answer: ${JSON.stringify(answer.errors)}`];
      ids.push(...page.nodes.map((node) => node[key] ?? ''));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const own = new Set(rows.map((row) => row.key));
    const expected = rows.filter((row) => visible(type, caller, row)).map((row) => row.key);
    const missing = expected.filter((id) => !ids.includes(id));
    const tooMany = ids.filter((id) => own.has(id) && !expected.includes(id));
    if (missing.length > 0) mismatches.push(`${at} lacks ${missing.length} rows`);
    if (tooMany.length > 0) mismatches.push(`${at} shows ${tooMany.length} rows that are not there for the caller`);
    if (new Set(ids).size !== ids.length) mismatches.push(`${at} shows a row twice`);
    if (total !== ids.length) mismatches.push(`${at} counts ${total} and lists ${ids.length}`);
  }
  return mismatches;
}
