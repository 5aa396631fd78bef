import type { BenchParty } from '../subscriptions/parties.js';

const count = 500;
const mix = [
  { kind: 'REGULATOR', level: 'CITY', role: 'OFFICER' },
  { kind: 'REGULATOR', level: 'COUNTY', role: 'OFFICER' },
  { kind: 'PLATFORM', level: null, role: 'OFFICER' },
  { kind: 'LAB', level: null, role: 'TECHNICIAN' },
] as const;

/** Five hundred parties, no two with the same rights: of four kinds, each with rows and a place of its own. */
export const manyParties: readonly BenchParty[] = Array.from({ length: count }, (_each, index) => {
  const party = mix[index % mix.length] ?? mix[0];
  return { ...party, id: `sharing-${index + 1}` };
});
