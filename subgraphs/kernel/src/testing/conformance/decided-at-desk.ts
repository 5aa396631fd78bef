import { randomUUID } from 'node:crypto';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import type { OracleDesk, OracleField, OracleSchema } from './oracle.js';
import type { ToldByDesk } from './tell-desk.js';

/** The purpose under which everything is asked for. */
export const standardPurpose = 'SUPERVISION';

const over = '2020-01-01T00:00:00.000Z';
const lasting = '2100-01-01T00:00:00.000Z';
const parties = demoParticipants.map(({ id }) => id);

/** Of what the desk decides at once. */
export interface Sitting {
  readonly types: readonly string[];
  readonly purposes: readonly string[];
  readonly grantedClosedBy: string | null;
}

/** Decisions of the desk on the fields of an owner: as its events tell of them, and as the oracle sees them. */
export interface DecidedAtDesk {
  readonly told: readonly ToldByDesk[];
  readonly deskOn: (coordinate: string) => OracleDesk;
}

/**
 * Of each field of 有条件共享 grants to every party, and of each field that can be closed a closing, in turn by a holder and on every row. A field that is granted is closed by
 * the one who is named, one of those who granted it, or no grant would show; one that is added to another owner's thing on every row alone, for nobody knows its holder.
 *
 * @param grantedClosedBy null: on every row
 */
export function decidedAtDesk(schema: OracleSchema, owner: string, { types, purposes, grantedClosedBy }: Sitting): DecidedAtDesk {
  const desks = new Map<string, OracleDesk>();
  const told: ToldByDesk[] = [];
  let closed = 0;
  const closer = (field: OracleField, isContributed: boolean): string | null => (isContributed ? null : isConditional(field) ? grantedClosedBy : closerOf((closed += 1)));
  for (const type of types) {
    const { fields = [], key } = schema.types.get(type) ?? {};
    const isContributed = fields.find(({ name }) => name === key)?.terms?.owner !== owner;
    for (const field of fields.filter(({ terms }) => terms?.owner === owner)) {
      const coordinate = `${type}.${field.name}`;
      const grants = isConditional(field) ? grantsFor(purposes) : [];
      const closedBy = field.name === key || field.type.endsWith('!') ? [] : [closer(field, isContributed)];
      desks.set(coordinate, { grants, closedBy });
      told.push(...grants.map((grant) => granted(coordinate, grant)), ...closedBy.map((holder) => closing(coordinate, holder)));
    }
  }
  return { told, deskOn: (coordinate) => desks.get(coordinate) ?? { grants: [], closedBy: [] } };
}

type Grant = OracleDesk['grants'][number];

/** Whether a field is 有条件共享. */
export function isConditional({ terms }: OracleField): boolean {
  return terms?.class === 'CONDITIONAL';
}

/** To every party: by some holders for the purpose under which everything is asked for, by others for each further one, by one for a purpose that may not be asked, and by one that is over. */
function grantsFor(purposes: readonly string[]): Grant[] {
  const further = purposes.filter((purpose) => purpose !== standardPurpose);
  return parties.flatMap((grantee) => [
    ...['lab-1', 'platform-1', 'center', 'nobody'].map((holder) => ({ grantee, holder, purpose: standardPurpose, over: false })),
    ...further.flatMap((purpose, index) => ['lab-1', parties[index % parties.length] ?? ''].map((holder) => ({ grantee, holder, purpose, over: false }))),
    { grantee, holder: 'lab-2', purpose: standardPurpose, over: true },
    { grantee, holder: 'platform-2', purpose: 'STATISTICS', over: false },
  ]);
}

/** In turn a holder, each in its turn, and all rows. */
function closerOf(count: number): string | null {
  return count % 2 === 0 ? null : (parties[Math.floor(count / 2) % parties.length] ?? null);
}

function granted(coordinate: string, { grantee, holder, purpose, over: ended }: Grant): ToldByDesk {
  const id = randomUUID();
  return { kind: 'SharingGranted', subjectType: 'SharingGrant', subjectId: id, payload: { id, granteeId: grantee, holderId: holder, coordinates: [coordinate], purpose, until: ended ? over : lasting } };
}

function closing(coordinate: string, holder: string | null): ToldByDesk {
  const id = randomUUID();
  return { kind: 'FieldClosed', subjectType: 'FieldClosing', subjectId: id, payload: { id, coordinate, holderId: holder, ground: 'an incident' } };
}
