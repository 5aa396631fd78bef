/**
 * Regions with those around them, as leading digits: what a row keeps of the regions of its parts, so that the province and the city
 * of one of them find it by an index. A region that is not known has none around it.
 */
export function regionsAround(regionCodes: readonly (string | null)[]): string[] {
  const known = regionCodes.filter((code): code is string => code !== null && /^\d{6}$/.test(code));
  return [...new Set(known.flatMap((code) => [code.slice(0, 2), code.slice(0, 4), code]))].sort();
}
