import type { Data } from '../ask-subgraph.js';
import type { PreparedFetch } from '../plan/prepared-node.js';
import type { Execution } from './execution.js';
import { placesAt } from './places-at.js';

/** The entities that one request asks for: each representation once, with all the objects it stands for. */
export interface Batch {
  readonly representations: string[];
  readonly places: Data[][];
  /** The contextual arguments of all of them. */
  readonly contextual: Readonly<Record<string, unknown>>;
}

/** Makes representations of objects (`_Any`), equal ones once. */
export function batchOf(objects: readonly Data[], fetch: PreparedFetch, contextual: Batch['contextual'] = {}): Batch {
  const batch: Batch = { representations: [], places: [], contextual };
  const known = new Map<string, Data[]>();
  for (const object of objects) {
    const representation = fetch.representation?.(object);
    if (!representation) continue;
    for (const rewrite of fetch.inputRewrites) rewrite(representation);
    const text = JSON.stringify(representation);
    const places = known.get(text);
    if (places) {
      places.push(object);
      continue;
    }
    const first = [object];
    known.set(text, first);
    batch.representations.push(text);
    batch.places.push(first);
  }
  return batch;
}

/** A batch for each combination of contextual arguments (`@fromContext`), which a request has once for all of its entities. */
export function contextualBatches(fetch: PreparedFetch, { root }: Execution): Batch[] {
  const groups = new Map<string, { contextual: Record<string, unknown>; objects: Data[] }>();
  for (const { object, ancestors } of placesAt(root, fetch.steps)) {
    const contextual: Record<string, unknown> = {};
    for (const { variable, up, read } of fetch.contexts) {
      const ancestor = up === 0 ? object : ancestors.at(-up);
      const value = contextual[variable] ?? read(ancestor);
      if (value !== undefined) contextual[variable] = value;
    }
    const key = JSON.stringify(contextual);
    const group = groups.get(key);
    if (group) group.objects.push(object);
    else groups.set(key, { contextual, objects: [object] });
  }
  return [...groups.values()].map(({ contextual, objects }) => batchOf(objects, fetch, contextual));
}
