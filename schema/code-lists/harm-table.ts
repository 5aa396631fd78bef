/**
 * Harm level (危害程度) by severity and probability, after GB/T 22760 and the EU guideline 2019/417. A version is never
 * changed: an assessment names the one it was read from.
 */
export interface HarmTable {
  readonly version: string;
  /** For each probability of harm over the product's lifetime, the level at severity 1, 2, 3 and 4. */
  readonly levels: Readonly<Record<HarmTableProbability, readonly [HarmTableLevel, HarmTableLevel, HarmTableLevel, HarmTableLevel]>>;
}

export type HarmTableLevel = 'LOW' | 'MEDIUM' | 'HIGH' | 'SERIOUS';

export type HarmTableProbability =
  | 'OVER_1_IN_2'
  | 'OVER_1_IN_10'
  | 'OVER_1_IN_100'
  | 'OVER_1_IN_1000'
  | 'OVER_1_IN_10000'
  | 'OVER_1_IN_100000'
  | 'OVER_1_IN_1000000'
  | 'UNDER_1_IN_1000000';

/** The table in force. */
export const harmTable: HarmTable = {
  version: '2026-1',
  levels: {
    OVER_1_IN_2: ['HIGH', 'SERIOUS', 'SERIOUS', 'SERIOUS'],
    OVER_1_IN_10: ['MEDIUM', 'SERIOUS', 'SERIOUS', 'SERIOUS'],
    OVER_1_IN_100: ['MEDIUM', 'SERIOUS', 'SERIOUS', 'SERIOUS'],
    OVER_1_IN_1000: ['LOW', 'HIGH', 'SERIOUS', 'SERIOUS'],
    OVER_1_IN_10000: ['LOW', 'MEDIUM', 'HIGH', 'SERIOUS'],
    OVER_1_IN_100000: ['LOW', 'LOW', 'MEDIUM', 'HIGH'],
    OVER_1_IN_1000000: ['LOW', 'LOW', 'LOW', 'MEDIUM'],
    UNDER_1_IN_1000000: ['LOW', 'LOW', 'LOW', 'LOW'],
  },
};
