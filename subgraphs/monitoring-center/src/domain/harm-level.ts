import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { harmTable } from '@hub/schema/code-lists/harm-table.js';
import type { HarmLevel, HarmProbability } from '../generated/graphql.js';

/** Harm level (危害程度) of the worst injury scenario, with the version of the table that it was read from (5.1.2). */
export interface ReadHarmLevel {
  readonly level: HarmLevel;
  readonly tableVersion: string;
}

/** @throws Refusal VALUE_INVALID where the severity is none of 1 to 4 */
export function harmLevel(severity: number, probability: HarmProbability): ReadHarmLevel {
  const level = harmTable.levels[probability][severity - 1];
  requireValid(level !== undefined, 'severity', { en: 'severity is 1 (first aid) to 4 (could be fatal)', 'zh-CN': '伤害严重程度为 1（急救即可）至 4（可能致命）' }, '3');
  return { level, tableVersion: harmTable.version };
}
