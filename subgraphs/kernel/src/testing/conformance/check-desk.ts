import type { Database } from '../../unit-of-work/transaction.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { checkEntities } from './check-entities.js';
import { checkFilters } from './check-filters.js';
import { checkHiddenRows } from './check-hidden-rows.js';
import { checkLists } from './check-lists.js';
import { checkSubscriptions } from './check-subscriptions.js';
import type { ConformanceFixture, WrittenRow } from './conformance-fixture.js';
import { decidedAtDesk, isConditional, standardPurpose, type Sitting } from './decided-at-desk.js';
import type { OracleField, OracleSchema } from './oracle.js';
import { everyCaller, type ConformanceCaller } from './row-matrix.js';
import { tellDesk, type ToldByDesk } from './tell-desk.js';

/**
 * Lets the sharing desk grant every field of 有条件共享 to every party, in part, for another purpose and expired too, and close every field that can be, on the rows
 * of a holder or whole; then asks for every row and field, and by every filter, and compares with the oracle. Under each further purpose that the terms name, what may
 * change by it is asked for again. One of each kind of party asks besides for its lists whole, for what is hidden from it, and for events as they come. All is withdrawn and
 * reopened after. Then once more for what is granted, and is closed on every row.
 */
export async function checkDesk(
  subgraph: SubgraphUnderTest<Database>,
  schema: OracleSchema,
  fixture: ConformanceFixture,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
  stubs: readonly string[],
): Promise<string[]> {
  const { owner, partial } = fixture;
  const fieldsOf = (type: string) => schema.types.get(type)?.fields ?? [];
  const types = [...written.keys(), ...stubs];
  const purposes = [...new Set([standardPurpose, ...[...schema.types.keys()].flatMap((type) => purposesNamed(fieldsOf(type)))])];
  const conditional = types.filter((type) => fieldsOf(type).some((field) => field.terms?.owner === owner && isConditional(field)));
  const sittings: readonly Sitting[] = [
    { types, purposes, grantedClosedBy: 'lab-1' },
    { types: conditional, purposes: [standardPurpose], grantedClosedBy: null },
  ];
  const mismatches: string[] = [];
  for (const sitting of sittings) {
    const { told, deskOn } = decidedAtDesk(schema, owner, sitting);
    if (told.length === 0) continue;
    await tellDesk(subgraph, owner, told);
    for (const purpose of sitting.purposes) {
      const asked = new Map([...written].filter(([type]) => sitting.types.includes(type) && (purpose === standardPurpose || purposesNamed(fieldsOf(type)).length > 0)));
      const askedStubs = purpose === standardPurpose ? stubs.filter((stub) => sitting.types.includes(stub)) : [];
      for (const each of everyCaller()) {
        const caller = { ...each, purpose, deskOn };
        const found = [];
        for (const [type, rows] of asked) found.push(...(await checkEntities(subgraph, schema, caller, type, rows)));
        for (const stub of askedStubs) found.push(...(await checkEntities(subgraph, schema, caller, stub, undefined)));
        found.push(...(await checkFilters(subgraph, schema, caller, asked, partial)));
        if (purpose === standardPurpose && isFirstOfItsKind(each)) {
          found.push(...(await checkLists(subgraph, schema, caller, asked, partial)));
          found.push(...(await checkHiddenRows(subgraph, schema, caller, fixture, asked)));
          found.push(...(await checkSubscriptions(subgraph, schema, caller, fixture, asked)));
        }
        mismatches.push(...found.map((mismatch) => `${purpose}, what is granted closed ${sitting.grantedClosedBy === null ? 'on every row' : 'in part'}: ${mismatch}`));
      }
    }
    await tellDesk(subgraph, owner, told.map(asEnded));
  }
  return mismatches;
}

/** Whether a caller stands for its kind of party. */
function isFirstOfItsKind({ identity, role, party }: ConformanceCaller): boolean {
  const first = everyCaller().find((each) => each.party.kind === party.kind);
  return first?.identity === identity && first.role === role;
}

/** That a grant or a closing is over. */
function asEnded({ kind, subjectType, subjectId }: ToldByDesk): ToldByDesk {
  return { kind: kind === 'FieldClosed' ? 'FieldReopened' : 'SharingGrantEnded', subjectType, subjectId, payload: { id: subjectId } };
}

/** The purposes that the terms of fields name. */
function purposesNamed(fields: readonly OracleField[]): string[] {
  return fields.flatMap(({ terms }) => terms?.audience.flatMap(({ purposes }) => purposes ?? []) ?? []);
}
