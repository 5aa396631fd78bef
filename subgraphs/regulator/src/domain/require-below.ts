import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** A regulator, as far as its place among the others matters. */
export interface PlacedRegulator {
  readonly name: string;
  readonly level: string | null;
  readonly regionCode: string;
}

const levels = ['COUNTY', 'CITY', 'PROVINCE'];
/** Leading digits that all codes within the region of a level share (GB/T 2260). */
const shared: Readonly<Record<string, number>> = { PROVINCE: 2, CITY: 4 };

/** A plan is assigned to a regulator of a lower level whose region lies within (下级, 3.1 a). @throws Refusal REGULATOR_NOT_BELOW */
export function requireBelow(field: string, other: PlacedRegulator, one: PlacedRegulator | null): void {
  const [lower, higher] = [levels.indexOf(other.level ?? ''), levels.indexOf(one?.level ?? '')];
  const within = one !== null && other.regionCode.startsWith(one.regionCode.slice(0, shared[one.level ?? ''] ?? one.regionCode.length));
  if (lower === -1 || higher <= lower || !within) throw new Refusal('REGULATOR_NOT_BELOW', { field, parameters: { name: other.name } });
}
