import type { Caller } from '../decision/caller.js';
import type { Stamps } from '../decision/stamps.js';
import type { Clause, FieldTerms, Level, Mask, PartyKind, Place, Role, Rows } from '../terms/vocabulary.js';
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

export const randomStates: readonly string[] = ['DRAFT', 'ISSUED', 'CLOSED'];

export function randomTerms(random: Random): FieldTerms {
  const clauses = random.below(5);
  return {
    owner: 'here',
    terms: 'random',
    class: random.one(['UNCONDITIONAL', 'UNCONDITIONAL', 'NOT_SHARED', 'CONDITIONAL']),
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
