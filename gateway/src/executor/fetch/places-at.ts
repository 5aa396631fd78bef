import type { Data } from '../ask-subgraph.js';
import { isData, ownValue } from '../own-value.js';
import type { PathStep } from '../plan/prepared-node.js';

/** An object of the joined data with what lies above it. */
export interface Place {
  readonly object: Data;
  readonly path: readonly (string | number)[];
  /** The objects on the way, one per field, the root first. */
  readonly ancestors: readonly Data[];
}

/** The objects at the end of a path through the joined data, in order; what is null on the way is left out. */
export function objectsAt(root: Data, steps: readonly PathStep[]): Data[] {
  const found: Data[] = [];
  collect(root, steps, 0, found);
  return found;
}

function collect(value: unknown, steps: readonly PathStep[], at: number, found: Data[]): void {
  const step = steps[at];
  if (Array.isArray(value)) {
    const next = step && step.key === undefined ? at + 1 : at;
    for (const element of value) if (!step?.only || next === at || isOneOf(element, step.only)) collect(element, steps, next, found);
  } else if (isData(value)) {
    if (!step) found.push(value);
    else if (step.key !== undefined) {
      const below = ownValue(value, step.key);
      if (!step.only || isOneOf(below, step.only)) collect(below, steps, at + 1, found);
    }
  }
}

/** The same objects with their paths and what lies above them; slower, for errors and contexts. */
export function placesAt(root: Data, steps: readonly PathStep[]): Place[] {
  const found: Place[] = [];
  const walk = (value: unknown, at: number, path: readonly (string | number)[], ancestors: readonly Data[]): void => {
    const step = steps[at];
    if (Array.isArray(value)) {
      const next = step && step.key === undefined ? at + 1 : at;
      value.forEach((element: unknown, index) => {
        if (!step?.only || next === at || isOneOf(element, step.only)) walk(element, next, [...path, index], ancestors);
      });
    } else if (isData(value)) {
      if (!step) found.push({ object: value, path, ancestors });
      else if (step.key !== undefined) {
        const below = ownValue(value, step.key);
        if (!step.only || isOneOf(below, step.only)) walk(below, at + 1, [...path, step.key], [...ancestors, value]);
      }
    }
  };
  walk(root, 0, [], []);
  return found;
}

/** A list is looked into further on; an object whose type is not told may be any. */
function isOneOf(value: unknown, tests: readonly ((typename: string) => boolean)[]): boolean {
  if (!isData(value)) return true;
  const typename = value['__typename'];
  return typeof typename !== 'string' || tests.some((test) => test(typename));
}
