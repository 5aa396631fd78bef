import type { Database } from '../../unit-of-work/transaction.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { checkEntities } from './check-entities.js';
import { checkFilters } from './check-filters.js';
import type { ConformanceFixture, WrittenRow } from './conformance-fixture.js';
import { decidedAtDesk, standardPurpose } from './decided-at-desk.js';
import { tellDesk } from './tell-desk.js';
import type { OracleSchema } from './oracle.js';
import { everyCaller } from './row-matrix.js';

/**
 * Lets the sharing desk grant every field of 有条件共享 to every party, in part, for another purpose and expired too, and close every field that can be, on the rows
 * of a holder or whole; then asks for every row and field, and by every filter, and compares with the oracle. Under each further purpose that the terms name, what may
 * change by it is asked for again. All is withdrawn and reopened after.
 */
export async function checkDesk(
  subgraph: SubgraphUnderTest<Database>,
  schema: OracleSchema,
  { owner, partial }: Pick<ConformanceFixture, 'owner' | 'partial'>,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
  stubs: readonly string[],
): Promise<string[]> {
  const purposes = [...new Set([standardPurpose, ...[...schema.types.keys()].flatMap((type) => purposesNamed(schema, type))])];
  const { told, deskOn } = decidedAtDesk(schema, owner, [...written.keys(), ...stubs], purposes);
  await tellDesk(subgraph, owner, told);
  const mismatches: string[] = [];
  for (const purpose of purposes) {
    const asked = purpose === standardPurpose ? written : new Map([...written].filter(([type]) => purposesNamed(schema, type).length > 0));
    for (const each of everyCaller()) {
      const caller = { ...each, purpose, deskOn };
      const found = [];
      for (const [type, rows] of asked) found.push(...(await checkEntities(subgraph, schema, caller, type, rows)));
      if (purpose === standardPurpose) for (const stub of stubs) found.push(...(await checkEntities(subgraph, schema, caller, stub, undefined)));
      found.push(...(await checkFilters(subgraph, schema, caller, asked, partial)));
      mismatches.push(...found.map((mismatch) => `${purpose}: ${mismatch}`));
    }
  }
  const ended = told.map(({ kind, subjectType, subjectId }) => ({
    ...{ kind: kind === 'FieldClosed' ? 'FieldReopened' : 'SharingGrantEnded', subjectType, subjectId, payload: { id: subjectId } },
  }));
  await tellDesk(subgraph, owner, ended);
  return mismatches;
}

/** The purposes that the terms of a type's fields name. */
function purposesNamed(schema: OracleSchema, type: string): string[] {
  return (schema.types.get(type)?.fields ?? []).flatMap(({ terms }) => terms?.audience.flatMap(({ purposes }) => purposes ?? []) ?? []);
}
