import { periodInText, type Period } from './period-in-text.js';

/** What was sold had been sold when the notice came: "from 2015 through 2026" ends with it. */
export function periodOfSale(places: string, notice: string): Period {
  const { from, until } = periodInText(places);
  if (from !== undefined && from > notice) return { from: undefined, until: undefined };
  return { from, until: until !== undefined && until > notice ? notice : until };
}
