import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { workingDaysAfter } from '@hub/kernel/calendar/working-days-after.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { dutyLimitContent, dutyLimitListId } from '@hub/schema/code-lists/duty-limit-codes.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPublisher } from './published-list.js';
import { asTold, sharingDesk, signatory, type RequestSeen } from './sharing-desk.js';

let desk: Awaited<ReturnType<typeof sharingDesk>>;
let registry: ReturnType<typeof listPublisher>;
beforeAll(async () => {
  desk = await sharingDesk();
  registry = listPublisher(desk.hub);
});
afterAll(() => desk.hub.close());

const { codes } = dutyLimitContent();
/** The limits with other numbers for the answer to a request. */
const withNumbers = (numbers: Readonly<Record<string, readonly string[]>>, validity: Partial<CodeEntry> = {}) => ({
  ...dutyLimitContent(),
  codes: codes.map((code) =>
    code.code === 'AnswerSharingRequest' ? { ...code, ...validity, properties: code.properties.map(({ name, values }) => ({ name, values: numbers[name] ?? values })) } : code,
  ),
});
const published = async (version: number, numbers: Readonly<Record<string, readonly string[]>>, validity: Partial<CodeEntry> = {}) => {
  await registry.publish(version, withNumbers(numbers, validity));
  await eventually(
    () => desk.hub.database.$queryRaw<{ version: number }[]>`SELECT version FROM kernel.code_list_snapshot WHERE list_id = ${dutyLimitListId}`,
    (rows) => rows[0]?.version === version,
  );
};
const request = async () => (await desk.apply('regulator-city', { holderIds: ['lab-1'] }))[0]!;
/** The end of so many working days from a time on, as the hub tells it. */
const workingDays = (count: number, from = new Date()) => asTold(workingDaysAfter(from, count, operatorsCalendar(desk.hub.environment)));

describe('limits of duties that a steward has published (5.4.3 b)', () => {
  it('count for what is owed from then on, and no more for what was owed before', async () => {
    const before = await request();
    expect(before.dueAt).toBe(workingDays(10));
    await published(2, { within: ['4', 'WORKING_DAY'], extension: ['2', 'WORKING_DAY'] });
    const after = await request();
    expect(after.dueAt).toBe(workingDays(4));
    expect((await desk.requests('regulator-city')).find(({ id }) => id === before.id)?.dueAt).toBe(before.dueAt);
    const extended = await desk.done<RequestSeen>(signatory('lab-1'), 'extendSharingRequest', { requestId: after.id, reason: '需内部核对' });
    expect(extended.dueAt).toBe(workingDays(2, new Date(Date.parse(after.dueAt) - 1)));
  });

  it('say when a duty is due soon', async () => {
    await published(3, { within: ['10', 'WORKING_DAY'], dueSoon: ['5', 'HOUR'] });
    const { id, dueAt } = await request();
    const duty = await eventually(
      () => desk.hub.database.duty.findFirst({ where: { subjectId: id } }),
      (found) => found !== null,
    );
    expect(duty?.nextStageAt).toEqual(new Date(Date.parse(dueAt) - 5 * 3_600_000));
  });

  it('are those of the hub before the day on which they come into force, and where they have ended', async () => {
    await published(4, { within: ['1', 'WORKING_DAY'] }, { validFrom: '2099-01-01' });
    expect((await request()).dueAt).toBe(workingDays(10));
    await published(5, { within: ['1', 'WORKING_DAY'] }, { validTo: '2026-01-01' });
    expect((await request()).dueAt).toBe(workingDays(10));
    await published(6, { within: ['1', 'WORKING_DAY'] });
    expect((await request()).dueAt).toBe(workingDays(1));
  });
});
