import { connectExchange } from '@hub/exchange/repository/database.js';
import { recordParticipant } from '@hub/exchange/repository/record-participant.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';

/** A party that asks in a bench, with its one user. */
export interface BenchParty {
  readonly id: string;
  readonly kind: 'REGULATOR' | 'MONITORING_CENTER' | 'PLATFORM' | 'LAB' | 'MERCHANT';
  readonly level: 'PROVINCE' | 'CITY' | 'COUNTY' | null;
  readonly role: string;
}

const many = (count: number, party: Omit<BenchParty, 'id'>): BenchParty[] =>
  Array.from({ length: count }, (_, index) => ({ ...party, id: `bench-${(party.level ?? party.kind).toLowerCase()}-${index + 1}` }));

/** Sixty parties of four kinds: they see different rows and are refused different fields. */
export const benchParties: readonly BenchParty[] = [
  ...many(10, { kind: 'REGULATOR', level: 'CITY', role: 'OFFICER' }),
  ...many(40, { kind: 'REGULATOR', level: 'COUNTY', role: 'OFFICER' }),
  ...many(6, { kind: 'PLATFORM', level: null, role: 'OFFICER' }),
  ...many(4, { kind: 'LAB', level: null, role: 'TECHNICIAN' }),
];

const cities = ['330100', '330200', '330300', '330400', '330500', '330600', '330700', '330800', '330900', '331000'];
const counties = ['330102', '330105', '330106', '330108', '330110', '330113', '330114', '330203', '330205', '330206'];

const userOf = (party: BenchParty) => `${party.id}.1`;

/** Admits the parties to the register of the exchange, from where each owner learns of them. */
export async function admitParties(exchangeUrl: string, parties: readonly BenchParty[] = benchParties): Promise<void> {
  const database = connectExchange(exchangeUrl);
  try {
    for (const [index, party] of parties.entries()) {
      const { id, kind, level, role } = party;
      const regions = level === 'CITY' ? cities : counties;
      const users = [{ id: userOf(party), name: null, roles: [role], active: true }];
      const record = { id, kind, level, name: `Party ${id}`, uscc: null, regionCode: regions[index % regions.length] ?? '330100', users };
      await inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, (unit) => recordParticipant(unit, record, null));
    }
  } finally {
    await database.$disconnect();
  }
}

export function tokenOf(dataDir: string, party: BenchParty): Promise<string> {
  return mintUserToken(dataDir, { userId: userOf(party), partyId: party.id, role: party.role }, '4h');
}
