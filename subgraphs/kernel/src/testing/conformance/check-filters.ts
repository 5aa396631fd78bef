import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { visible } from './check-entities.js';
import { listsOf, rootOpen } from './check-lists.js';
import type { WrittenRow } from './conformance-fixture.js';
import { namedType, speaksTo, verdictOf, type OracleSchema } from './oracle.js';
import type { ConformanceCaller } from './row-matrix.js';

/**
 * Uses each filter of each list: one that reads a coordinate closed to the caller is refused, and any other shows only
 * rows on which the caller may read that coordinate unmasked.
 */
export async function checkFilters(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
): Promise<string[]> {
  const mismatches: string[] = [];
  for (const { field, entity, key, filter } of listsOf(schema)) {
    const type = schema.types.get(entity);
    const rows = written.get(entity);
    if (!type || !rows || !filter || !rootOpen(schema, caller, field)) continue;
    for (const input of schema.inputs.get(filter) ?? []) {
      const at = `${caller.identity.name} as ${caller.role}: ${field}(filter: { ${input.name} })`;
      const [typeName = '', fieldName = ''] = (input.reads ?? '').split('.');
      const terms = schema.types.get(typeName)?.fields.find(({ name }) => name === fieldName)?.terms;
      if (!terms) {
        mismatches.push(`${at} names no coordinate`);
        continue;
      }
      const open = terms.audience.some((clause) => !clause.mask && speaksTo(clause, caller));
      const answer = await subgraph.ask<Record<string, { nodes: Record<string, string>[] } | null>>(
        { identity: caller.identity.name, role: caller.role },
        `query ($filter: ${filter}) { ${field}(first: 500, filter: $filter) { nodes { ${key} } totalCount } }`,
        { filter: { [input.name]: sampleValue(schema, input.type) } },
      );
      const code = answer.errors?.[0]?.extensions.code;
      if (!open) {
        if (code !== 'SHARING_FILTER_DENIED') mismatches.push(`${at} is closed and answered ${code ?? 'rows'}`);
        continue;
      }
      const page = answer.data?.[field];
      if (!page) {
        mismatches.push(`${at} did not answer: ${JSON.stringify(answer.errors)}`);
        continue;
      }
      const shown = new Set(page.nodes.map((node) => node[key]));
      for (const row of rows) {
        const readable = visible(type, caller, row) && verdictOf(terms, caller, row.row) === 'OPEN';
        if (shown.has(row.key) && !readable) mismatches.push(`${at} finds a row (${row.row.relation}) by what the caller may not read`);
      }
    }
  }
  return mismatches;
}

function sampleValue(schema: OracleSchema, type: string): unknown {
  if (type.startsWith('[')) return [sampleValue(schema, type.slice(1, -1))];
  const name = namedType(type);
  const [first] = schema.enums.get(name) ?? [];
  if (first) return first;
  const samples: Record<string, unknown> = {
    Boolean: true,
    Int: 1,
    DateTime: '2099-01-01T00:00:00+08:00',
    Date: '2099-01-01',
  };
  return samples[name] ?? 'a';
}
