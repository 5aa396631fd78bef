import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codeEntry, type CodeEntry, type CodeListContent } from './code-list.js';

/** Name of the regions among the code lists. */
export const regionListId = 'regions';

/** An entry of the list as it ships: code, name, whether in force, successors of an abolished one. */
export type RegionEntry = readonly [code: string, name: string, current: 0 | 1, successors?: readonly string[]];

const abolished = { name: 'abolished', values: ['true'] } as const;
/** What says that an English name is the Chinese one in Hanyu Pinyin (GB/T 16159), without tones, made by a program and not by an authority. */
const romanised = { name: 'romanised', values: ['true'] } as const;

/** By package name, for the compiled file lies elsewhere than the lists. */
function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`@hub/schema/code-lists/${file}`), 'utf8')) as Content;
}

/**
 * The regions (行政区划, GB/T 2260) as a code list. When a code was abolished the source does not say: it is marked, and has no day.
 *
 * @param entries those that ship unless others are given
 */
export function regionContent(entries: readonly RegionEntry[] = read<RegionEntry[]>('regions.json')): CodeListContent {
  const names = read<Record<string, string>>('regions-romanised.json');
  const known = new Set(entries.map(([code]) => code));
  return {
    id: regionListId,
    zh: '行政区划代码',
    en: 'region codes (GB/T 2260)',
    codes: entries.map(([code, zh, current, successors = []]) =>
      codeEntry({ code, zh, en: names[code] ?? code, parentCode: parentOf(code, known), successorCodes: successors, properties: current === 1 ? [romanised] : [romanised, abolished] }),
    ),
  };
}

/** Whether a region is in force on a day, as the list tells it. */
export function isAbolished({ properties, validTo }: Pick<CodeEntry, 'properties' | 'validTo'>, day: string): boolean {
  return (validTo !== null && validTo <= day) || properties.some(({ name, values }) => name === abolished.name && values[0] === 'true');
}

/** The nearest code above that the list has: two digits each for province, prefecture and county. */
function parentOf(code: string, known: ReadonlySet<string>): string | null {
  return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((other) => other !== code && known.has(other)) ?? null;
}
