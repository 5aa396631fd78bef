/** JSON in one form only (RFC 8785, for objects, arrays, strings, whole numbers, booleans and null): keys sorted, no spaces. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The same with the members of each object in order: a replacer, which does as much, is called for every text and number within. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON());
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted((value as Readonly<Record<string, unknown>>)[key])]));
}
