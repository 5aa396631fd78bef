import type { Data } from './ask-subgraph.js';

/** Reads an object's own value: a response key may be `constructor` or `__proto__`, which every object inherits. */
export function ownValue(object: Data, key: string): unknown {
  return key in inherited && !Object.hasOwn(object, key) ? undefined : object[key];
}

/** Sets an object's own value; an assignment to `__proto__` would change what the object inherits. */
export function setOwnValue(object: Data, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const inherited: object = Object.prototype;
