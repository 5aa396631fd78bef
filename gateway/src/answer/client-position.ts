import type { FetchPath } from '../executor/ask-subgraph.js';

/** Where the rows of a subgraph's answer lie in the client's. */
export interface FetchPosition {
  readonly position: FetchPath;
  /** Keys that the planner had to rename, with the client's own in their place. */
  readonly renamedKeys: ReadonlyMap<string, string>;
  /** At how many places each of the entities stands that were asked for. */
  readonly places?: readonly number[] | undefined;
}

/** Translates response keys of a subgraph's answer into the client's, list positions left out on both sides. */
export function clientPosition({ position, renamedKeys }: FetchPosition, keys: readonly string[]): string[] {
  const below = keys[0] === '_entities' ? keys.slice(1) : keys;
  return [...position.filter((key) => key !== '@'), ...below.map((key) => renamedKeys.get(key) ?? key)];
}
