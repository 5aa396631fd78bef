import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { ExchangeTransaction } from './database.js';

/** The centre whose data steward has a word on what a party closes: its own, or the active one that lies nearest by region code. */
export async function stewardingCenter(tx: ExchangeTransaction, { kind, partyId, regionCode }: Caller): Promise<string | undefined> {
  if (kind === 'MONITORING_CENTER') return partyId;
  const centers = await tx.participant.findMany({ where: { kind: 'MONITORING_CENTER', state: 'ACTIVE' }, orderBy: { id: 'asc' } });
  return centers.sort((a, b) => sharedDigits(b.regionCode, regionCode) - sharedDigits(a.regionCode, regionCode))[0]?.id;
}

function sharedDigits(one: string, other: string): number {
  const differing = [...one].findIndex((digit, place) => digit !== other[place]);
  return differing === -1 ? one.length : differing;
}
