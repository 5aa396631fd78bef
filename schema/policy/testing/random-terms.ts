import type { Caller } from '../decision/caller.js';
import type { KeptDecisions, KeptGrant } from '../decision/decisions-for.js';
import type { Stamps } from '../decision/stamps.js';
import type { Clause, FieldTerms, Level, Mask, PartyKind, Place, Purpose, Role, Rows } from '../terms/vocabulary.js';
import type { Random } from './random.js';

// Few of each, so that terms, callers and rows meet often.
const kinds: readonly PartyKind[] = ['REGULATOR', 'MONITORING_CENTER', 'LAB', 'PLATFORM'];
const levels: readonly Level[] = ['PROVINCE', 'CITY', 'COUNTY'];
const roles: readonly Role[] = ['OFFICER', 'ANALYST', 'SIGNATORY'];
const rows: readonly Rows[] = ['ALL', 'CONCERNED', 'OWN', 'REGION'];
const places: readonly Place[] = ['SELLER', 'PRODUCER', 'PLATFORM'];
const masks: readonly Mask[] = ['PARTIAL', 'HASH', 'NULL'];
const parties = ['party-1', 'party-2', 'party-3'];
const regions = ['330000', '330100', '330105', '330200', '310000', '310115'];

const randomPurposes: readonly Purpose[] = ['SUPERVISION', 'INSPECTION'];

/** The field on which random terms stand, and when it is asked for. */
export const randomField = 'Thing.field';
export const randomNow = new Date('2026-06-01T00:00:00Z');

export const randomStates: readonly string[] = ['DRAFT', 'ISSUED', 'CLOSED'];

export function randomTerms(random: Random): FieldTerms {
  const clauses = random.below(5);
  return {
    owner: 'here',
    terms: 'random',
    class: random.one(['UNCONDITIONAL', 'UNCONDITIONAL', 'UNCONDITIONAL', 'NOT_SHARED', 'CONDITIONAL', 'CONDITIONAL']),
    audience: Array.from({ length: clauses }, () => randomClause(random)),
  };
}

function randomClause(random: Random): Clause {
  const which = random.one(rows);
  return {
    kinds: random.some(kinds, 1),
    ...(random.chance(0.2) ? { levels: random.some(levels, 1) } : {}),
    ...(random.chance(0.3) ? { roles: random.some(roles, 1) } : {}),
    rows: which,
    ...(which === 'REGION' ? { place: random.one(places) } : {}),
    ...(random.chance(0.3) ? { visibleFrom: random.one(randomStates) } : {}),
    ...(random.chance(0.3) ? { mask: random.one(masks) } : {}),
    ...(random.chance(0.05) ? { purposes: ['SUPERVISION' as const] } : {}),
  };
}

/** A caller of any kind and role; of a region that is not known, now and then. */
export function randomCaller(random: Random): Caller {
  const kind = random.one(kinds);
  return {
    userId: 'user',
    partyId: random.one(parties),
    kind,
    level: kind === 'REGULATOR' && random.chance(0.9) ? random.one(levels) : undefined,
    regionCode: random.chance(0.05) ? '' : random.one(regions),
    role: random.one(roles),
    purpose: random.chance(0.8) ? random.one(randomPurposes) : undefined,
  };
}

export function randomStamps(random: Random): Stamps {
  const region = () => (random.chance(0.2) ? null : random.one(regions));
  return {
    holder: random.one(parties),
    concerned: random.some(parties),
    sellerRegion: region(),
    producerRegion: region(),
    platformRegion: region(),
    state: random.one(randomStates),
    reached: random.some(randomStates),
  };
}

/** What the sharing desk has decided, for and against anybody: grants of this field and of another, in force and expired, and closings. */
export function randomDecisions(random: Random, fields: readonly string[] = [randomField]): KeptDecisions {
  const grants = Array.from({ length: random.below(16) }, (_, number): KeptGrant => ({
    id: `grant-${number}`,
    grantee: random.one(parties),
    holder: random.one(parties),
    coordinates: ['Thing.other', ...fields.filter(() => random.chance(0.8))],
    purpose: random.one(randomPurposes),
    until: new Date(randomNow.getTime() + (random.chance(0.75) ? 1 : random.one([0, -1]))),
  }));
  const byGrantee = new Map(parties.map((party) => [party, grants.filter(({ grantee }) => grantee === party)]));
  const closings = Array.from({ length: random.chance(0.6) ? 0 : random.below(3) }, () => ({
    coordinate: random.chance(0.8) ? random.one(fields) : 'Thing.other',
    holder: random.chance(0.25) ? null : random.one(parties),
    ground: 'an incident',
  }));
  return { grants: byGrantee, closings };
}
