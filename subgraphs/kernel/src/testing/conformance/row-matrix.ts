import { demoIdentities, demoParticipants, type DemoIdentity, type DemoParticipant } from '@hub/prisma/seed/demo-participants.js';
import { purposeHeader } from '../../identity/authenticate.js';
import type { OracleCaller, OracleDesk, OracleRow } from './oracle.js';

/** A row of the matrix: how it relates to the parties, and in which state it is. */
export interface MatrixRow extends OracleRow {
  /** In words, for a failure's message. */
  readonly relation: string;
}

/** A caller of the suite: a demo identity in one of its roles. */
export interface ConformanceCaller extends OracleCaller {
  readonly identity: DemoIdentity;
  /** What the sharing desk has decided on each field, where the suite has told so. */
  readonly deskOn?: (coordinate: string) => OracleDesk;
}

/** The headers in which a caller of the suite says for which purpose it asks. */
export function headersOf({ purpose }: ConformanceCaller): Readonly<Record<string, string>> {
  return purpose === undefined ? {} : { [purposeHeader]: purpose };
}

/** Every demo identity in every one of its roles. */
export function everyCaller(): ConformanceCaller[] {
  return demoIdentities.flatMap((identity) =>
    identity.roles.map((role) => ({
      identity,
      role,
      party: demoParticipants.find(({ id }) => id === identity.partyId) as DemoParticipant,
    })),
  );
}

const elsewhere = '650102';

/**
 * For each state: a row held by each party, one that concerns each party, one with a place in each regulator's region,
 * and one foreign to all.
 *
 * @param reachedOf the states that a row in a state has been in, that state included
 */
export function rowMatrix(states: readonly string[], reachedOf: (state: string) => readonly string[]): MatrixRow[] {
  const nobody = { holder: 'nobody', concerned: [] as string[], sellerRegion: elsewhere, producerRegion: elsewhere, platformRegion: elsewhere };
  return states.flatMap((state) => {
    const at = { state, reached: reachedOf(state) };
    return [
      { ...nobody, ...at, relation: `${state}, foreign to all` },
      ...demoParticipants.flatMap(({ id, regionCode, kind }) => [
        { ...nobody, ...at, holder: id, relation: `${state}, held by ${id}` },
        { ...nobody, ...at, concerned: [id], relation: `${state}, concerns ${id}` },
        ...(kind === 'REGULATOR'
          ? [
              { ...nobody, ...at, sellerRegion: regionCode, relation: `${state}, seller in the region of ${id}` },
              { ...nobody, ...at, producerRegion: regionCode, relation: `${state}, producer in the region of ${id}` },
              { ...nobody, ...at, platformRegion: regionCode, relation: `${state}, platform in the region of ${id}` },
            ]
          : []),
      ]),
    ];
  });
}
