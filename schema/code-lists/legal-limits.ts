import type { DaySpan } from './day-span.js';

/** So many months: they end on the same day of the month, or on the last of a shorter one (民法典 202). */
export interface MonthSpan {
  readonly amount: number;
  readonly unit: 'MONTH';
}

/** A time that the law sets for what somebody may do, or may not do again yet (法定期限): it is no duty, and nobody is late who lets it pass. */
export interface LegalLimit {
  readonly zh: string;
  readonly en: string;
  readonly within: DaySpan | MonthSpan;
  /** The event with which the time begins. */
  readonly from: string;
  readonly clause: string;
}

/** The limits that the law sets, as it is when the hub is built. */
export const legalLimits = {
  // Of seller and producer, from the service of the notice on.
  Objection: { zh: '提出异议', en: 'object to a result', within: { amount: 15, unit: 'CALENDAR_DAY' }, from: 'ResultNoticeServed', clause: '产品质量法 15' },
  // 产品质量监督抽查管理暂行办法: 六个月.
  Resampling: { zh: '上级抽查后不得重复抽查', en: 'not sample again what a regulator above has had sampled', within: { amount: 6, unit: 'MONTH' }, from: 'MonitoringPlanCompleted', clause: '产品质量法 15' },
} as const satisfies Readonly<Record<string, LegalLimit>>;
