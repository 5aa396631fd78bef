import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { personalRecords } from '@hub/kernel/personal/personal-records.js';
import { dumpOf } from '@hub/kernel/testing/dump-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { planAmongMany } from '@hub/kernel/testing/plan-among-many.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mailSettingsOf } from '../src/environment.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { reminders } from '../src/repository/reminders.js';
import { sealContactsOfBefore } from '../src/repository/seal-contacts-of-before.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { contactKeepingOf } from '../src/users/contact-keeping-of.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { memberAct } from './member-acts.js';
import { mailServer, type MailServer } from './mail-server.js';

let mail: MailServer;
/** What the work beside the requests has logged. */
const logged: string[] = [];
const note = (fields: object, message: string) => void logged.push(inspect({ message, fields }, { depth: 6 }));
let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  mail = await mailServer();
  hub = await subgraphUnderTest({ ...exchangeService, work: (engine) => exchangeService.work!({ ...engine, log: { info: note, warn: note, error: note } }) }, {
    logPerOwner: true,
    variables: {
      ...{ WEBHOOK_DELIVERY: 'off', DUTY_SWEEP_SECONDS: '0.1', SMTP_URL: mail.url, MAIL_FROM: 'hub@example.cn' },
      ...{ REMINDER_LINK: 'https://hub.example.cn/duties/{id}', MAIL_FIRST_RETRY_SECONDS: '0.1', MAIL_LOOK_SECONDS: '0.1' },
    },
  });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(async () => {
  mail.letGo();
  await hub.close();
  await mail.close();
});

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);
const signatory = { identity: 'lab-1', role: 'SIGNATORY' } as const;

async function record(asker: Asker, contactEmail: string | null) {
  const { data, errors } = await hub.ask<{ recordContactEmail: { outcomes: { value: { id: string; contactEmail: string | null } | null; refusal: { code: string; field: string } | null }[] } | null }>(
    asker,
    'mutation ($items: [RecordContactEmailInput!]!) { recordContactEmail(items: $items) { outcomes { value { id contactEmail } refusal { code field } } } }',
    { items: [{ idempotencyKey: randomUUID(), contactEmail }] },
  );
  return data?.recordContactEmail?.outcomes[0] ?? { errors };
}

const stampsOf = (state: string) => ({ holder: 'lab-1', concerned: ['center'], state, reached: ['OPEN'] });

/** Lets the labs tell of a duty of lab-1, which is due in so many hours. */
function owed(kind: string, dueIn: number): string {
  const id = randomUUID();
  hub.logOf('labs').say({
    ...{ kind: 'DutyOpened', subjectType: 'Duty', subjectId: id, stamps: stampsOf('OPEN') },
    payload: {
      ...{ kind, subjectType: 'InspectionReport', subjectId: 'a secret report', role: 'REVIEWER', partOf: 'a secret plan' },
      ...{ openedAt: inHours(-50).toISOString(), dueAt: inHours(dueIn).toISOString() },
    },
  });
  return id;
}

const overdue = () => owed('ReviewInspectionReport', -2);

const remindersOf = (dutyId: string) => hub.database.dutyReminder.findMany({ where: { dutyId } });
const reminderOf = async (dutyId: string, satisfied: (reminder: { state: string; failures: number; lastFailure: string | null }) => boolean) =>
  (await eventually(() => remindersOf(dutyId), ([reminder]) => reminder !== undefined && satisfied(reminder)))[0];
const mailsOf = (dutyId: string) => mail.mails.filter(({ text }) => text.includes(dutyId));

describe('where a party is reminded (联系邮箱, 5.4.3 b)', () => {
  it('is recorded by the party itself, and read by it and the data steward alone', async () => {
    expect(await record(signatory, ' review@lab-1.example.cn ')).toEqual({ value: { id: 'lab-1', contactEmail: 'review@lab-1.example.cn' }, refusal: null });
    const read = (asker: Asker) => hub.ask<{ participant: { id: string; contactEmail: string | null } }>(asker, '{ participant(id: "lab-1") { id contactEmail } }');
    for (const asker of [signatory, 'lab-1', 'steward']) expect((await read(asker)).data.participant.contactEmail).toBe('review@lab-1.example.cn');
    for (const asker of ['lab-2', 'regulator-province', 'platform-1']) {
      const { data, errors } = await read(asker);
      expect(data.participant.contactEmail).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_SHARED', coordinate: 'Participant.contactEmail' } }]);
    }
  });

  it('is kept in no table in the clear; with another one, or none, or when the party has left, the one before can be read no more', async () => {
    const officer = { identity: 'platform-2', role: 'OFFICER' } as const;
    await record(officer, 'fuxi@platform-2.example.cn');
    const kept = async () => hub.database.participant.findUniqueOrThrow({ where: { id: 'platform-2' } });
    const contacts = contactKeepingOf(hub.environment);
    const opens = async ({ contactId, sealedContactEmail }: Awaited<ReturnType<typeof kept>>) => (await contacts.open(hub.database, [{ personId: contactId ?? '', sealed: sealedContactEmail ?? '' }]))[0];
    const first = await kept();
    expect(await opens(first)).toEqual({ address: 'fuxi@platform-2.example.cn' });
    await record(officer, 'nuwa@platform-2.example.cn');
    const second = await kept();
    expect([await opens(first), await opens(second)]).toEqual([undefined, { address: 'nuwa@platform-2.example.cn' }]);
    expect(await dumpOf(hub.database)).not.toMatch(/fuxi@|nuwa@/);
    await memberAct(hub, { identity: 'steward', user: 1 }, 'deregisterParticipant', { participantId: 'platform-2', reason: '依申请退出' }, 'id');
    expect(await opens(second)).toBeUndefined();
    expect(await kept()).toMatchObject({ contactId: second.contactId, sealedContactEmail: null });
    expect((await personalRecords(hub.database, [second.contactId!])).get(second.contactId!)).toMatchObject({ contentHash: expect.stringMatching(/^sha-256:/), erased: { userId: 'steward.1' } });
  });

  it('that a version before kept in the clear is encrypted before anybody is served, and what a process of it writes while this one runs takes the place of the one before', async () => {
    const ofBefore = (contactEmailOfBefore: string) => hub.database.participant.update({ where: { id: 'lab-2' }, data: { contactEmailOfBefore } });
    const read = async () => (await hub.ask({ identity: 'lab-2', role: 'SIGNATORY' }, '{ participant(id: "lab-2") { contactEmail } }')).data;
    await ofBefore('pangu@lab-2.example.cn');
    await exchangeService.prepare?.(hub.database, hub.environment);
    expect(await dumpOf(hub.database)).not.toContain('pangu@');
    expect(await read()).toEqual({ participant: { contactEmail: 'pangu@lab-2.example.cn' } });
    const { contactId: before } = await hub.database.participant.findUniqueOrThrow({ where: { id: 'lab-2' } });
    await hub.restart({ USER_SWEEP_SECONDS: '0.1' });
    await ofBefore('suiren@lab-2.example.cn');
    await eventually(() => dumpOf(hub.database), (text) => !text.includes('suiren@'));
    await hub.restart();
    expect(await read()).toEqual({ participant: { contactEmail: 'suiren@lab-2.example.cn' } });
    expect((await personalRecords(hub.database, [before!])).get(before!)).toMatchObject({ erased: { userId: 'service:exchange' }, erasureReason: null });
  });

  it('that a version before kept in the clear is found by an index, however many parties there are', async () => {
    const { statements } = await recordStatements(() => inUnitOfWork(hub.database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, (unit) => sealContactsOfBefore(unit, contactKeepingOf(hub.environment))));
    expect(await planAmongMany(hub.database, 'participant', [], statements.find(({ sql }) => sql.includes('contact_email IS NOT NULL')))).toContain('participant_of_before_idx');
  });

  it('is one mailbox, and refused where it is not', async () => {
    for (const wrong of ['lab-1', 'a@b', 'a@example.cn,b@example.cn', 'Lab <a@example.cn>', 'a@example.cn\nBcc: b@example.cn']) {
      expect(await record(signatory, wrong)).toMatchObject({ value: null, refusal: { code: 'VALUE_INVALID', field: 'contactEmail' } });
    }
    expect(await record({ identity: 'lab-1', role: 'TECHNICIAN' }, 'a@example.cn')).toMatchObject({ errors: [expect.anything()] });
  });
});

describe('a reminder by e-mail (提醒, 5.4.3 b)', () => {
  afterEach(() => mail.answerBy('TAKE'));

  it('names kind, due time, id and link to who owes the duty, and nothing of what it is about', async () => {
    const id = overdue();
    await reminderOf(id, ({ state }) => state === 'SENT');
    const [reminder, ...more] = mailsOf(id);
    expect(more).toEqual([]);
    expect(reminder?.to).toEqual(['review@lab-1.example.cn']);
    for (const words of ['审核检验报告', 'review the inspection report']) expect(reminder?.text).toContain(words);
    expect(reminder?.text).toContain(`https://hub.example.cn/duties/${id}`);
    expect(`${reminder?.raw} ${reminder?.text}`).not.toMatch(/secret|center/);
    expect(await remindersOf(id)).toMatchObject([{ stage: 'OVERDUE', partyId: 'lab-1', sentTo: (await hub.database.participant.findUniqueOrThrow({ where: { id: 'lab-1' } })).contactId }]);
  });

  it('is sent again until the mail server takes it, under the same id, also by a process that was started anew', async () => {
    mail.answerBy('REFUSE');
    const id = overdue();
    const failed = await reminderOf(id, ({ failures }) => failures >= 2);
    expect(failed?.lastFailure).toContain('451');
    await hub.restart();
    mail.answerBy('TAKE');
    const sent = await reminderOf(id, ({ state }) => state === 'SENT');
    expect(mailsOf(id).map(({ messageId }) => messageId)).toEqual([`<${id}.OVERDUE.${sent?.id}@hub>`]);
  });

  it('is given up at once where there is no such mailbox, and neither kept nor logged is which one', async () => {
    mail.answerBy('UNKNOWN');
    const id = overdue();
    const given = await reminderOf(id, ({ state }) => state === 'GIVEN_UP');
    expect(given?.lastFailure).toContain('550');
    expect(await eventually(async () => logged.filter((line) => line.includes(given?.id ?? '')), ({ length }) => length > 0)).toEqual([expect.stringContaining('550')]);
    expect([given?.lastFailure, ...logged].join()).not.toMatch(/review@|lab-1\.example/i);
    mail.answerBy('TAKE');
    expect(mailsOf(id)).toEqual([]);
  });

  it('is given up after three days, and not begun with when it is older', async () => {
    mail.answerBy('REFUSE');
    const writtenAt = inHours(-73);
    const failing = overdue();
    await reminderOf(failing, ({ failures }) => failures >= 1);
    await hub.database.dutyReminder.updateMany({ where: { dutyId: failing }, data: { writtenAt } });
    expect((await reminderOf(failing, ({ state }) => state !== 'WAITING'))?.state).toBe('GIVEN_UP');
    const never = overdue();
    await reminderOf(never, () => true);
    // As where no mail server was set when it was written; between two attempts, so that none that is under way counts.
    await eventually(() => hub.database.dutyReminder.updateMany({ where: { dutyId: never, leaseId: null }, data: { writtenAt, failures: 0, nextAttemptAt: new Date() } }), ({ count }) => count === 1);
    expect((await reminderOf(never, ({ state }) => state !== 'WAITING'))?.state).toBe('VOID');
    mail.answerBy('TAKE');
  });

  it('is sent by one process at a time, and what came of it is noted by that one', async () => {
    mail.answerBy('HANG');
    overdue();
    // While this process waits for the mail server it asks for no other.
    await eventually(async () => mail.hanging.size, (size) => size > 0);
    const id = overdue();
    await reminderOf(id, () => true);
    const others = reminders(hub.database, contactKeepingOf(hub.environment));
    const claimed = await others.claim(60);
    expect(claimed).toMatchObject({ dutyId: id, stands: true });
    expect(await others.claim(60)).toBeUndefined();
    await others.note({ ...claimed!, leaseId: randomUUID() }, { state: 'VOID' });
    expect(await remindersOf(id)).toMatchObject([{ state: 'WAITING' }]);
    await others.note(claimed!, { failure: 'given back', delay: 0 });
    mail.answerBy('TAKE');
    mail.letGo();
    expect((await reminderOf(id, ({ state }) => state !== 'WAITING'))?.state).toBe('SENT');
  });

  it('holds nothing back while a mail server does not answer: clocks go on, and events are told', async () => {
    mail.answerBy('HANG');
    const stuck = overdue();
    await eventually(async () => mail.hanging.size, (size) => size > 0);
    const next = overdue();
    await eventually(() => hub.database.exchangeEvent.count({ where: { subjectId: next, kind: 'DutyOverdue' } }), (count) => count === 1);
    expect(await remindersOf(stuck)).toMatchObject([{ state: 'WAITING' }]);
    mail.answerBy('TAKE');
    mail.letGo();
    await reminderOf(next, ({ state }) => state === 'SENT');
    await reminderOf(stuck, ({ state }) => state === 'SENT');
  });

  it('is not sent while the clock stands', async () => {
    mail.answerBy('REFUSE');
    const id = owed('IssueInspectionReport', 1);
    await reminderOf(id, ({ failures }) => failures >= 1);
    const { data } = await hub.ask<{ pauseDuty: { outcomes: { value: { pausedAt: string | null } | null }[] } }>(
      'center',
      'mutation ($items: [PauseDutyInput!]!) { pauseDuty(items: $items) { outcomes { value { pausedAt } } } }',
      { items: [{ idempotencyKey: randomUUID(), dutyId: id, reason: '等待复检结论' }] },
    );
    expect(data.pauseDuty.outcomes).toMatchObject([{ value: { pausedAt: expect.any(String) } }]);
    await reminderOf(id, ({ state }) => state === 'VOID');
    mail.answerBy('TAKE');
    expect(mailsOf(id)).toEqual([]);
  });

  it('is not sent where the duty was done meanwhile, nor to who has recorded no address', async () => {
    mail.answerBy('REFUSE');
    const id = overdue();
    await reminderOf(id, ({ failures }) => failures >= 1);
    hub.logOf('labs').say({ kind: 'DutyClosed', subjectType: 'Duty', subjectId: id, stamps: stampsOf('DONE'), payload: { closedAt: inHours(0).toISOString() } });
    await reminderOf(id, ({ state }) => state === 'VOID');
    mail.answerBy('TAKE');
    expect(mailsOf(id)).toEqual([]);

    expect(await record(signatory, null)).toMatchObject({ value: { contactEmail: null } });
    const unaddressed = overdue();
    await eventually(() => hub.database.duty.findUnique({ where: { id: unaddressed } }), (duty) => duty?.stage === 'OVERDUE');
    expect(await remindersOf(unaddressed)).toEqual([]);
  });
});

describe('the settings of mail', () => {
  it('are absent, or whole: one that is wrong or missing is named with a right example', () => {
    const reading = (changes: Readonly<Record<string, string>>) => () => {
      const { SMTP_URL: _url, MAIL_FROM: _from, REMINDER_LINK: _link, ...variables } = hub.environment.variables;
      return mailSettingsOf({ ...hub.environment, variables: { ...variables, ...changes } });
    };
    expect(reading({})()).toBeUndefined();
    expect(reading({ SMTP_URL: 'mail.example.cn' })).toThrow(/SMTP_URL .*smtps:/);
    expect(reading({ SMTP_URL: 'smtp://mail.example.cn' })).toThrow(/MAIL_FROM .*hub@example.cn/);
    expect(reading({ SMTP_URL: 'smtp://mail.example.cn', MAIL_FROM: 'hub@example.cn' })).toThrow(/REMINDER_LINK .*\{id\}/);
  });
});
