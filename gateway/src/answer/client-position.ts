/** Where a fetch of the query plan lies in the client's answer: response keys, `@` for each element of a list. */
export type FetchPath = readonly (string | number)[];

/** The planner renames a key where two fragments want different things under it, and names it back in the data only. */
const planned = /__alias_\d+$/;

const asWritten = <Key extends string | number>(key: Key): Key =>
  (typeof key === 'string' ? key.replace(planned, '') : key) as Key;

/** Translates response keys of a subgraph's answer into the client's, list positions left out on both sides. */
export function clientPosition(fetch: FetchPath, keys: readonly string[]): string[] {
  const before = fetch.filter((key): key is string => typeof key === 'string' && key !== '@');
  return [...before, ...(keys[0] === '_entities' ? keys.slice(1) : keys).map(asWritten)];
}

/**
 * Prepares the path of a subgraph's error for @apollo/gateway, which puts the entity's own position in the place of
 * `_entities` and its index. A path from which it could not find the client's is left out rather than wrong.
 */
export function plannedErrorPath(
  fetch: FetchPath,
  path: readonly (string | number)[] | undefined,
): (string | number)[] | undefined {
  if (path === undefined) return undefined;
  if (path[0] === '_entities' ? typeof path[1] !== 'number' : fetch.includes('@')) return undefined;
  return path.map(asWritten);
}
