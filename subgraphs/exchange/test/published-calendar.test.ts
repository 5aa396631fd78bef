import { join } from 'node:path';
import type { CodeListPublished } from '@hub/kernel/code-lists/code-list-published.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { calendarContent, calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import { workingCalendar, type WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTold, inDays, sharingDesk, type RequestSeen } from './sharing-desk.js';

let desk: Awaited<ReturnType<typeof sharingDesk>>;
beforeAll(async () => {
  desk = await sharingDesk();
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

const registryKey = () => keyFile(join(desk.hub.environment.dataDir, 'registry-key.json'));
/** What the registry has signed, with its hash. */
const signed = async (content: string) => ({ content, contentHash: sha256(content), signature: await signDetached(await registryKey().key(), content) });

/** Lets the registry tell of a version of the calendar. */
async function publish(version: number, calendar: WorkingCalendar, changes: Partial<CodeListPublished> = {}): Promise<void> {
  const key = registryKey();
  await key.create();
  const registry = desk.hub.logOf('registry');
  registry.serveKeys(await key.jwks());
  const told: CodeListPublished = { listId: calendarListId, version, ...(await signed(canonicalJson(calendarContent(calendar)))), ...changes };
  registry.say({ kind: 'CodeListPublished', subjectType: 'CodeListVersion', subjectId: `${calendarListId}@${version}`, payload: { ...told } });
}
const dueAt = async () => {
  const { requests } = await desk.done<{ requests: RequestSeen[] }>('regulator-city', 'requestSharing', {
    ...{ fields: ['Lab.signatories'], holderIds: ['lab-1'], purpose: 'SUPERVISION', explanation: '核查授权签字人', until: inDays(60) },
  });
  return requests[0]?.dueAt ?? '';
};
/** The tenth day after a holiday of so many days, at whose end the answer is owed. */
const after = (days: number) => asTold(new Date(startOfDayInShanghai(dayInShanghai(new Date(Date.now() + (days + 9) * day))).getTime() + day));
const kept = () => desk.hub.database.$queryRaw<{ version: number }[]>`SELECT version FROM kernel.code_list_snapshot WHERE list_id = ${calendarListId}`;

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
    const forged = calendarWithLongHoliday(90);
    const content = canonicalJson(calendarContent(forged));
    // Of a version that would go before the next one, if it were taken in.
    await publish(9, workingCalendar, { content });
    await publish(9, workingCalendar, { content, contentHash: sha256(content) });
    // What the registry has signed as something else.
    await publish(9, workingCalendar, await signed(canonicalJson({ ...calendarContent(forged), id: 'units' })));
    await publish(9, workingCalendar, await signed('type Query { hello: String }'));
    await publish(1, workingCalendar);
    await publish(4, calendarWithLongHoliday(20));
    await eventually(kept, (rows) => rows[0]?.version === 4);
    await eventually(dueAt, (due) => due === after(20));
    expect(await desk.hub.database.$queryRaw`SELECT count(*)::int AS taken FROM kernel.inbox_event WHERE source = 'registry'`).toEqual([{ taken: 7 }]);
  });
});
