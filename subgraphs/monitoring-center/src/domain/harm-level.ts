import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { harmTable } from '@hub/schema/code-lists/harm-table.js';
import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import type { HarmLevel, HarmProbability } from '../generated/graphql.js';

/** Harm level (危害程度) of the worst injury scenario, with the version of the table that it was read from (5.1.2). */
export interface ReadHarmLevel {
  readonly level: HarmLevel;
  readonly tableVersion: string;
}

/** Reads the level from the table that is published, or from the one that came with the hub where this owner has heard of none. @throws Refusal VALUE_INVALID where the severity is none of 1 to 4 */
export function harmLevel(severity: number, probability: HarmProbability, codes: CodesAsOf): ReadHarmLevel {
  const { levels, tableVersion } = lineOf(probability, codes) ?? { levels: harmTable.levels[probability], tableVersion: harmTable.version };
  const level = levels[severity - 1];
  requireValid(level !== undefined, 'severity', { en: 'severity is 1 (first aid) to 4 (could be fatal)', 'zh-CN': '伤害严重程度为 1（急救即可）至 4（可能致命）' }, '3');
  return { level: level as HarmLevel, tableVersion };
}

/** The line of a probability in the published table; undefined where there is none. */
function lineOf(probability: HarmProbability, { codeLists, now }: CodesAsOf) {
  const entry = codeLists.entriesOf('harm-table', probability)?.find((each) => inForceOn(each, dayInShanghai(now)));
  const valuesOf = (named: string) => entry?.properties.find(({ name }) => name === named)?.values ?? [];
  return entry && { levels: valuesOf('levels'), tableVersion: valuesOf('table')[0] ?? harmTable.version };
}
