/** Kinds of party that number what they issue by rules of their own. */
type NumberingParty = 'REGULATOR' | 'MONITORING_CENTER' | 'LAB';

/** How the things of one kind are numbered (编号), each party for itself. */
export interface NumberSeries {
  /** What `{prefix}` stands for. */
  readonly prefix: string;
  /** Who issues them. */
  readonly party: NumberingParty;
  /**
   * COUNTED: dense, in the order of issue. DRAWN: at random, where platforms, merchants or labs read the numbers, who compete: from a counter, two numbers of
   * one's own would tell how many went to the others in between.
   */
  readonly by: 'COUNTED' | 'DRAWN';
}

/** The series of each party, by what they number. */
export const numberSeries = {
  MONITORING_PLAN: { prefix: 'JH', party: 'REGULATOR', by: 'COUNTED' },
  PLAN_ASSIGNMENT: { prefix: 'CJ', party: 'REGULATOR', by: 'DRAWN' },
  HAZARD_HANDLING: { prefix: 'YH', party: 'REGULATOR', by: 'COUNTED' },
  HAZARD_DIRECTION: { prefix: 'ZL', party: 'REGULATOR', by: 'DRAWN' },
  CASE_REFERRAL: { prefix: 'YS', party: 'REGULATOR', by: 'DRAWN' },
  RESULT_NOTICE: { prefix: 'GZ', party: 'REGULATOR', by: 'DRAWN' },
  RETEST: { prefix: 'FJ', party: 'REGULATOR', by: 'COUNTED' },
  PUBLIC_NOTICE: { prefix: 'GG', party: 'REGULATOR', by: 'COUNTED' },
  RISK_INFORMATION: { prefix: 'FX', party: 'MONITORING_CENTER', by: 'DRAWN' },
  RISK_CLUSTER: { prefix: 'JL', party: 'MONITORING_CENTER', by: 'COUNTED' },
  RISK_NOTICE: { prefix: 'TZ', party: 'MONITORING_CENTER', by: 'DRAWN' },
  ASSESSMENT_REPORT: { prefix: 'PG', party: 'MONITORING_CENTER', by: 'COUNTED' },
  WORK_PLAN: { prefix: 'FA', party: 'MONITORING_CENTER', by: 'COUNTED' },
  SAMPLING_ORDER: { prefix: 'RW', party: 'MONITORING_CENTER', by: 'COUNTED' },
  PURCHASE: { prefix: 'GY', party: 'MONITORING_CENTER', by: 'COUNTED' },
  SAMPLE: { prefix: 'YP', party: 'MONITORING_CENTER', by: 'COUNTED' },
  INSPECTION_COMMISSION: { prefix: 'WT', party: 'MONITORING_CENTER', by: 'DRAWN' },
  MONITORING_DATA: { prefix: 'SJ', party: 'MONITORING_CENTER', by: 'DRAWN' },
  INSPECTION_REPORT: { prefix: 'BG', party: 'LAB', by: 'COUNTED' },
} as const satisfies Readonly<Record<string, NumberSeries>>;

/** What is numbered. */
export type NumberedKind = keyof typeof numberSeries;

/** The rule where a party has set none: JH-2026-000017, or WT-2026-7K3M9QX2VD. */
export function standardNumberPattern(kind: NumberedKind): string {
  return numberSeries[kind].by === 'COUNTED' ? '{prefix}-{year}-{seq:6}' : '{prefix}-{year}-{random}';
}
