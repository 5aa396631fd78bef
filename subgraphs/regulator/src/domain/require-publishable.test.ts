import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { describe, expect, it } from 'vitest';
import { requirePublishable, type ToldResult } from './require-publishable.js';

const now = new Date('2026-04-01T00:00:00Z');
const [passed, running] = [new Date('2026-03-31T16:00:00Z'), new Date('2026-04-01T16:00:00Z')];
const data = { number: 'SJ-1', platformId: 'platform-1', merchantName: '小满', merchantUscc: null, producerName: '晴川', producerUscc: null };
const told = (capacity: string, more: Partial<ToldResult> = {}): ToldResult => ({ capacity, state: 'SERVED', objectBy: passed, objections: [], ...more });
const objected = (...states: string[]) => ({ objections: states.map((state) => ({ number: 'YY-1', state })) });
const heard = { now, heardUpTo: now };
const codeOf = (...notices: ToldResult[]) => {
  try {
    requirePublishable(data, notices, heard);
    return 'published';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a result is told to the public (公告, after 5.4.1)', () => {
  it('when seller and producer were told and their time has passed', () => {
    expect(codeOf(told('SELLER'), told('PRODUCER'))).toBe('published');
    expect(codeOf(told('SELLER'))).toBe('NOTICE_NOT_SERVED');
    expect(codeOf(told('SELLER'), told('PRODUCER', { state: 'ISSUED' }))).toBe('NOTICE_NOT_SERVED');
    expect(codeOf(told('SELLER', { objectBy: running }), told('PRODUCER'))).toBe('OBJECTION_TIME_RUNNING');
  });

  it('and is refused with the last day on which one may object, which ends at 24:00', () => {
    const refusalWhere = (objectBy: Date) => expect(() => requirePublishable(data, [told('SELLER', { objectBy }), told('PRODUCER')], heard));
    refusalWhere(running).toThrow(expect.objectContaining({ code: 'OBJECTION_TIME_RUNNING', details: { field: 'monitoringDataIds', parameters: { data: 'SJ-1', until: { en: '2026-04-01 24:00 (UTC+8)', 'zh-CN': ' 2026-04-01 24:00（北京时间）' } } } }));
    refusalWhere(new Date(now.getTime() - 1)).toThrow(expect.objectContaining({ code: 'OBJECTIONS_UNHEARD', details: { field: 'monitoringDataIds', parameters: { data: 'SJ-1', until: '2026-04-01 07:59', heard: writtenDueTime(now) } } }));
  });

  it('when what was objected in time has arrived', () => {
    expect(() => requirePublishable(data, [told('SELLER'), told('PRODUCER')], { now, heardUpTo: new Date(passed.getTime() + 59_000) })).toThrow('OBJECTIONS_UNHEARD');
  });

  it('when objections are decided, which ends the waiting, and not against one that was upheld', () => {
    expect(codeOf(told('SELLER', { objectBy: running, ...objected('REJECTED') }), told('PRODUCER'))).toBe('published');
    expect(codeOf(told('SELLER', objected('RAISED')), told('PRODUCER'))).toBe('OBJECTION_UNDECIDED');
    expect(codeOf(told('SELLER', objected('UNDER_RETEST')), told('PRODUCER'))).toBe('OBJECTION_UNDECIDED');
    expect(codeOf(told('SELLER'), told('PRODUCER', objected('UPHELD')))).toBe('OBJECTION_WAS_UPHELD');
    expect(codeOf(told('SELLER', objected('REJECTED', 'RAISED')), told('PRODUCER'))).toBe('OBJECTION_UNDECIDED');
    expect(codeOf(told('SELLER', objected('REJECTED', 'UPHELD')), told('PRODUCER'))).toBe('OBJECTION_WAS_UPHELD');
    expect(codeOf(told('SELLER', { objectBy: running, ...objected('NOT_ADMITTED') }), told('PRODUCER'))).toBe('OBJECTION_TIME_RUNNING');
  });

  it('without its producer where the monitoring data names none', () => {
    expect(() => requirePublishable({ ...data, producerName: null }, [told('SELLER')], heard)).not.toThrow();
  });
});
