import type { BenchParty } from '../subscriptions/parties.js';

const count = 500;
const mix = [
  { kind: 'REGULATOR', level: 'PROVINCE', role: 'OFFICER' },
  { kind: 'REGULATOR', level: 'CITY', role: 'OFFICER' },
  { kind: 'REGULATOR', level: 'COUNTY', role: 'OFFICER' },
  { kind: 'MONITORING_CENTER', level: null, role: 'ANALYST' },
  { kind: 'MONITORING_CENTER', level: null, role: 'STOREKEEPER' },
  { kind: 'PLATFORM', level: null, role: 'OFFICER' },
  { kind: 'LAB', level: null, role: 'TECHNICIAN' },
  { kind: 'LAB', level: null, role: 'SIGNATORY' },
  { kind: 'MERCHANT', level: null, role: 'OFFICER' },
] as const;

/** Five hundred parties, no two with the same rights: of five kinds, of all levels, in six roles, each with rows and a place of its own; some with grants. */
export const manyParties: readonly BenchParty[] = Array.from({ length: count }, (_each, index) => {
  const party = mix[index % mix.length] ?? mix[0];
  return { ...party, id: `sharing-${index + 1}` };
});

/** Those to whom a lab has granted what they would else be refused: every third of those who may apply for it. */
export const grantees: readonly BenchParty[] = manyParties.filter(({ kind }) => kind === 'REGULATOR' || kind === 'MONITORING_CENTER').filter((_party, index) => index % 3 === 0);
