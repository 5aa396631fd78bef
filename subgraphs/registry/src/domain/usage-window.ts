import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** The first of the last days, today among them, as YYYY-MM-DD. */
export function firstDayOf(days: number, today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days + 1);
  return day.toISOString().slice(0, 10);
}

/** Of which of the days that are looked at gateways have reported, and what they could not record. */
export interface RecordedDays {
  /** First day, YYYY-MM-DD; undefined before the first report. */
  readonly since: string | undefined;
  /** How many of the days since the first that was asked for and recorded, today among them, have no report. */
  readonly silent: number;
  /** On how many of these days a gateway's process ran on and told nothing, whatever others told. */
  readonly silentGateways: number;
  /** Requests since the first day that was asked for of which nothing else is known. */
  readonly unrecorded: number;
}

/** Why what seems unused since a day may have been used all the same, and never how much; undefined where all was recorded. */
export function gapOf({ since, silent, silentGateways, unrecorded }: RecordedDays, from: string): Bilingual | undefined {
  if (since === undefined) return { en: 'no gateway has reported yet what is used', 'zh-CN': '尚无网关报告使用情况' };
  if (since > from) return { en: `usage is recorded only since ${since}`, 'zh-CN': `使用情况自 ${since} 起才有记录` };
  if (silent > 0) return { en: `of ${silent} of these days no gateway has reported`, 'zh-CN': `其中 ${silent} 天没有网关报告` };
  if (silentGateways > 0) return { en: `on ${silentGateways} of these days a gateway ran that did not report`, 'zh-CN': `其中 ${silentGateways} 天有运行中的网关未报告` };
  return unrecorded > 0 ? { en: 'some requests of these days could not be recorded', 'zh-CN': '这些天有部分请求未能记录' } : undefined;
}
