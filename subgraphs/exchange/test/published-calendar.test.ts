import type { CodeListPublished } from '@hub/kernel/code-lists/code-list-published.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { calendarContent, calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import { workingCalendar, type WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPublisher } from './published-list.js';
import { asTold, inDays, sharingDesk, type RequestSeen } from './sharing-desk.js';

let desk: Awaited<ReturnType<typeof sharingDesk>>;
let registry: ReturnType<typeof listPublisher>;
beforeAll(async () => {
  desk = await sharingDesk();
  registry = listPublisher(desk.hub);
});
afterAll(() => desk.hub.close());

const day = 86_400_000;
/** On every day from today on nobody works, until the tenth working day would be this many days away. */
function calendarWithLongHoliday(days: number): WorkingCalendar {
  const now = Date.now();
  const off = Array.from({ length: days }, (_, index) => dayInShanghai(new Date(now + index * day)));
  const on = Array.from({ length: 12 }, (_, index) => dayInShanghai(new Date(now + (days + index) * day)));
  const years = new Set([...off, ...on].map((text) => text.slice(0, 4)));
  const of = (list: readonly string[], year: string) => list.filter((text) => text.startsWith(year));
  return { ...workingCalendar, ...Object.fromEntries([...years].map((year) => [year, { holidays: of(off, year), makeUpDays: of(on, year) }])) };
}

const contentOf = (calendar: WorkingCalendar) => canonicalJson(calendarContent(calendar));
const signed = (content: string, version: number, listId = calendarListId) => registry.signed(content, { listId, version });
/** Lets it publish a version of the calendar. */
const publish = (version: number, calendar: WorkingCalendar, changes: Partial<CodeListPublished> = {}) => registry.publish(version, calendarContent(calendar), changes);
const dueAt = async () => {
  const { requests } = await desk.done<{ requests: RequestSeen[] }>('regulator-city', 'requestSharing', {
    ...{ fields: ['Lab.signatories'], holderIds: ['lab-1'], purpose: 'SUPERVISION', explanation: '核查授权签字人', until: inDays(60) },
  });
  return requests[0]?.dueAt ?? '';
};
/** The tenth day after a holiday of so many days, at whose end the answer is owed. */
const after = (days: number) => asTold(new Date(startOfDayInShanghai(dayInShanghai(new Date(Date.now() + (days + 9) * day))).getTime() + day));
const kept = () => desk.hub.database.$queryRaw<{ version: number }[]>`SELECT version FROM kernel.code_list_snapshot WHERE list_id = ${calendarListId}`;

const taken = () => desk.hub.database.$queryRaw<{ taken: number }[]>`SELECT count(*)::int AS taken FROM kernel.inbox_event WHERE source = 'registry'`;

describe('the working calendar that a steward has published', () => {
  it('counts at once, without a restart, and still does after one', async () => {
    expect(await dueAt()).not.toBe(after(40));
    await publish(2, calendarWithLongHoliday(40));
    await eventually(kept, (rows) => rows[0]?.version === 2);
    await eventually(dueAt, (due) => due === after(40));
    await desk.hub.restart();
    expect(await dueAt()).toBe(after(40));
  });

  it('stays where a later one is not what the registry has signed, or an earlier one is told again', async () => {
    const earlier = await signed(contentOf(workingCalendar), 1);
    const content = contentOf(calendarWithLongHoliday(90));
    // Of a version that would go before the next one, if it were taken in.
    await publish(9, workingCalendar, { content });
    await publish(9, workingCalendar, { content, contentHash: sha256(content) });
    // What the registry has signed as something else: another list, another version, another time, the same content.
    const units = canonicalJson({ ...calendarContent(workingCalendar), id: 'units' });
    await registry.tell({ ...(await signed(units, 9, 'units')), listId: calendarListId });
    await registry.tell(await signed('type Query { hello: String }', 9));
    await registry.tell({ ...(await signed(content, 3)), version: 9 });
    await registry.tell({ ...(await signed(content, 9)), publishedAt: '2027-01-01T00:00:00.000Z' });
    await eventually(taken, (rows) => rows[0]?.taken === 7);
    const before = await kept();
    await publish(3, calendarWithLongHoliday(30));
    await registry.tell(earlier);
    await publish(4, calendarWithLongHoliday(20));
    await eventually(kept, (rows) => rows[0]?.version === 4);
    await eventually(dueAt, (due) => due === after(20));
    expect(before[0]?.version).toBe(2);
    expect(await taken()).toEqual([{ taken: 10 }]);
  });

  it('counts by the time of publication and not by the number, which a restored registry gives anew', async () => {
    await publish(9, calendarWithLongHoliday(25));
    await eventually(kept, (rows) => rows[0]?.version === 9);
    await publish(5, calendarWithLongHoliday(35));
    await eventually(kept, (rows) => rows[0]?.version === 5);
    await eventually(dueAt, (due) => due === after(35));
  });

  it('goes where the registry was restored to before it: what that tells again in its new epoch is all that there is', async () => {
    const before = await signed(contentOf(calendarWithLongHoliday(45)), 6);
    await publish(7, calendarWithLongHoliday(50));
    await eventually(kept, (rows) => rows[0]?.version === 7);
    await registry.tell({ ...before, epoch: 'the next epoch' });
    await eventually(kept, (rows) => rows[0]?.version === 6);
    await eventually(dueAt, (due) => due === after(45));
  });
});
