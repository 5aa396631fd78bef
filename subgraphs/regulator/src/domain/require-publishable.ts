import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { noticedParty, type NoticedData } from './noticed-party.js';

/** A notice of the result, with the objections upon it, as far as publishing asks. */
export interface ToldResult {
  readonly capacity: string;
  readonly state: string;
  readonly objectBy: Date | null;
  /** That of its addressee, and that which was entered for it. */
  readonly objections: readonly { readonly number: string; readonly state: string }[];
}

/** Milliseconds by which clocks may differ, and an act may be kept later than its time. */
const settling = 60_000;

/**
 * The public is told of a result only when seller and nominal producer have been told, and their objections are decided or their time has
 * passed (公告, after 5.4.1), and whoever takes objections has been heard since. What they said rightly is corrected first.
 *
 * @param notices of this version of the result
 * @param heardUpTo up to when all that the platforms tell has been taken in
 * @throws Refusal NOTICE_NOT_SERVED, OBJECTION_UNDECIDED, OBJECTION_WAS_UPHELD, OBJECTION_TIME_RUNNING, OBJECTIONS_UNHEARD
 */
export function requirePublishable(data: NoticedData & { readonly number: string }, notices: readonly ToldResult[], { now, heardUpTo }: { readonly now: Date; readonly heardUpTo: Date }): void {
  const field = 'monitoringDataIds';
  for (const capacity of ['SELLER', 'PRODUCER'] as const) {
    if (noticedParty(data, capacity) === null) continue;
    const notice = notices.find((told) => told.capacity === capacity && told.state === 'SERVED');
    if (!notice) throw new Refusal('NOTICE_NOT_SERVED', { field, parameters: { data: data.number, capacity } });
    const { objections, objectBy } = notice;
    for (const { number, state } of objections) {
      const parameters = { data: data.number, number };
      if (state === 'UPHELD') throw new Refusal('OBJECTION_WAS_UPHELD', { field, parameters });
      if (state !== 'REJECTED' && state !== 'NOT_ADMITTED') throw new Refusal('OBJECTION_UNDECIDED', { field, parameters });
    }
    if (objections.some(({ state }) => state === 'REJECTED')) continue;
    if (objectBy === null || now < objectBy) {
      const until = objectBy
        ? { en: `${writtenDueTime(objectBy)} (UTC+8)`, 'zh-CN': ` ${writtenDueTime(objectBy)}（北京时间）` }
        : { en: 'a time that is not set yet', 'zh-CN': '尚未确定的期限届满' };
      throw new Refusal('OBJECTION_TIME_RUNNING', { field, parameters: { data: data.number, until } });
    }
    if (heardUpTo.getTime() < objectBy.getTime() + settling) {
      throw new Refusal('OBJECTIONS_UNHEARD', { field, parameters: { data: data.number, until: writtenDueTime(objectBy), heard: writtenDueTime(heardUpTo) } });
    }
  }
}
