import type { Mapping } from './mapping.js';

/** Names that a mapping asks for and that whoever imports gives nothing of, and such as are given and not asked for. */
export function givenFaults(asked: Mapping['given'], given: Readonly<Record<string, string>>): string[] {
  return [...Object.keys(asked).filter((name) => !Object.hasOwn(given, name) || given[name] === ''), ...Object.keys(given).filter((name) => !Object.hasOwn(asked, name))];
}
