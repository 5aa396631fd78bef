import type { Data } from '../ask-subgraph.js';
import { isData, ownValue, setOwnValue } from '../own-value.js';
import type { TypeTest } from '../plan/type-tests.js';

/**
 * Joins what another fetch brought into an object: objects and lists of one length are joined, everything else is replaced. A type that
 * is known stays known, also when a subgraph tells that knows but its interface (`@interfaceObject`).
 */
export function mergeInto(target: Data, source: Data, isInterface: TypeTest): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (typeof value === 'object' && value !== null) setOwnValue(target, key, joined(ownValue(target, key), value, isInterface));
    else if (value !== undefined && !(key === '__typename' && isKnown(target[key], value, isInterface))) setOwnValue(target, key, value);
  }
}

function isKnown(known: unknown, told: unknown, isInterface: TypeTest): boolean {
  return typeof known === 'string' && typeof told === 'string' && isInterface(told);
}

function joined(known: unknown, value: object, isInterface: TypeTest): unknown {
  if (isData(value)) {
    if (!isData(known)) return value;
    mergeInto(known, value, isInterface);
    return known;
  }
  if (Array.isArray(value) && Array.isArray(known) && known.length === value.length) {
    value.forEach((element: unknown, at) => {
      known[at] = typeof element === 'object' && element !== null ? joined(known[at], element, isInterface) : element;
    });
    return known;
  }
  return value;
}
