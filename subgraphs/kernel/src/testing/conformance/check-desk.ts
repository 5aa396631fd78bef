import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../unit-of-work/transaction.js';
import { eventually } from '../eventually.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { checkEntities } from './check-entities.js';
import { checkFilters } from './check-filters.js';
import type { WrittenRow } from './conformance-fixture.js';
import type { OracleDesk, OracleSchema } from './oracle.js';
import { everyCaller } from './row-matrix.js';

const purpose = 'SUPERVISION';
const over = '2020-01-01T00:00:00.000Z';
const lasting = '2100-01-01T00:00:00.000Z';

interface Told {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: { readonly [key: string]: string | string[] | null };
}

/**
 * Lets the sharing desk grant every field of 有条件共享 to every party, in part, for another purpose and expired too, and close fields, by a
 * holder and whole; then asks for every row and field, and by every filter, and compares with the oracle. All is withdrawn and reopened after.
 */
export async function checkDesk(
  subgraph: SubgraphUnderTest<Transaction>,
  schema: OracleSchema,
  owner: string,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
): Promise<string[]> {
  const { told, deskOn } = decisions(schema, owner, [...written.keys()]);
  for (const event of told) subgraph.logOf('exchange').say(event);
  await kept(subgraph, told.length);
  const mismatches: string[] = [];
  for (const each of everyCaller()) {
    const caller = { ...each, purpose, deskOn };
    for (const [type, rows] of written) mismatches.push(...(await checkEntities(subgraph, schema, caller, type, rows)));
    mismatches.push(...(await checkFilters(subgraph, schema, caller, written)));
  }
  for (const { kind, subjectType, subjectId } of told) {
    const end = kind === 'FieldClosed' ? 'FieldReopened' : 'SharingGrantEnded';
    subgraph.logOf('exchange').say({ kind: end, subjectType, subjectId, payload: { id: subjectId } });
  }
  await kept(subgraph, 0);
  return mismatches;
}

function decisions(schema: OracleSchema, owner: string, types: readonly string[]): { told: Told[]; deskOn: (coordinate: string) => OracleDesk } {
  const desks = new Map<string, OracleDesk>();
  const told: Told[] = [];
  const parties = [...new Set(everyCaller().map(({ party }) => party.id))];
  for (const type of types) {
    const fields = (schema.types.get(type)?.fields ?? []).filter(({ terms }) => terms?.owner === owner);
    const closable = fields.filter(({ name, type: given }) => name !== schema.types.get(type)?.key && !given.endsWith('!'));
    for (const { name, terms } of fields.filter((field) => field.terms?.class === 'CONDITIONAL')) {
      const coordinate = `${type}.${name}`;
      const grants = parties.flatMap((grantee) => [
        ...['lab-1', 'platform-1', 'center', 'nobody'].map((holder) => ({ grantee, holder, purpose, over: false })),
        { grantee, holder: 'lab-2', purpose, over: true },
        { grantee, holder: 'platform-2', purpose: 'STATISTICS', over: false },
      ]);
      desks.set(coordinate, { grants: terms ? grants : [], closedBy: [] });
      for (const { grantee, holder, purpose: named, over: ended } of grants) {
        const id = randomUUID();
        told.push({ kind: 'SharingGranted', subjectType: 'SharingGrant', subjectId: id, payload: { id, granteeId: grantee, holderId: holder, coordinates: [coordinate], purpose: named, until: ended ? over : lasting } });
      }
    }
    // The first that can be closed is closed by a holder, the second on every row.
    for (const [index, { name }] of closable.slice(0, 2).entries()) {
      const coordinate = `${type}.${name}`;
      const holder = index === 0 ? 'center' : null;
      desks.set(coordinate, { grants: desks.get(coordinate)?.grants ?? [], closedBy: [holder] });
      const id = randomUUID();
      told.push({ kind: 'FieldClosed', subjectType: 'FieldClosing', subjectId: id, payload: { id, coordinate, holderId: holder, ground: 'an incident' } });
    }
  }
  return { told, deskOn: (coordinate) => desks.get(coordinate) ?? { grants: [], closedBy: [] } };
}

/**
 * Waits until the replica has taken in all, and until that has taken effect: a reader asks for what comes next when what it had taken in has been
 * told, so that what is said thereafter and taken in says so.
 */
async function kept(subgraph: SubgraphUnderTest<Transaction>, count: number): Promise<void> {
  const found = (statement: string, ...values: string[]) => subgraph.database.$queryRawUnsafe<{ count: number }[]>(statement, ...values);
  const decided = 'SELECT ((SELECT count(*) FROM kernel.sharing_grant) + (SELECT count(*) FROM kernel.field_closing))::int AS count';
  await eventually(() => found(decided), ([row]) => row?.count === count);
  const id = subgraph.logOf('exchange').say({ kind: 'NothingOfInterest', subjectType: 'Nothing', subjectId: 'nothing', payload: null });
  const heard = `SELECT count(*)::int AS count FROM kernel.inbox_event WHERE source = 'exchange' AND event_id = $1::uuid`;
  await eventually(() => found(heard, id), ([row]) => row?.count === 1);
}
