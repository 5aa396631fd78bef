import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { appendEvents } from '@hub/kernel/log/append-events.js';
import type { RowReader, RowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabsDatabase, LabsTransaction } from '../src/repository/database.js';
import { labsService } from '../src/service.js';

let hub: SubgraphUnderTest<LabsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(labsService, { logPerOwner: true });
  hub.rowsAreWrittenByHand();
  const accreditation = { certificateNumber: 'CMA 1', validFrom: '2026-01-01', validUntil: '2032-01-01' };
  const content = { cma: accreditation, scope: [], signatories: [{ userId: 'lab-1.1', itemCodes: null }], holder: 'lab-1', concerned: ['center'], state: '', reached: [] };
  await hub.database.lab.upsert({ where: { id: 'lab-1' }, create: { id: 'lab-1', ...content }, update: content });
});
afterAll(() => hub.close());

const city: RowReader = { userId: 'regulator-city.1', partyId: 'regulator-city', role: 'OFFICER', purpose: 'SUPERVISION' };

/** Lets the exchange ask, and gives what the labs answer. */
async function asked(question: object): Promise<RowReadingAnswered> {
  const subjectId = randomUUID();
  const payload = { about: 'CORRECTION', type: 'Lab', rowId: 'lab-1', fields: ['cma', 'signatories'], readers: [city], ...question };
  hub.logOf('exchange').say({ kind: 'RowReadingAsked', subjectType: 'RowReading', subjectId, payload: payload as never });
  const answers = () => hub.database.$queryRaw<{ answer: RowReadingAnswered; stamps: object }[]>`
    SELECT payloads->'exchange' AS answer, stamps FROM kernel.event WHERE kind = 'RowReadingAnswered' AND subject_id = ${subjectId}`;
  const [found] = await eventually(answers, (rows) => rows.length > 0);
  expect(found!.stamps).toMatchObject({ holder: '', concerned: [] });
  return found!.answer;
}
/** Lets the exchange ask, and the log tell other stamps of the row between the reading and the answer. */
async function toldMeanwhile(question: object): Promise<RowReadingAnswered> {
  const tell = async (tx: LabsTransaction, concerned: string[]) => {
    const lab = await tx.lab.update({ where: { id: 'lab-1' }, data: { concerned } });
    const event = { kind: 'LabScopeRecorded', subjectType: 'Lab', subjectId: 'lab-1', stamps: stampsOf(lab), receivers: {} };
    await appendEvents(tx, [event], { at: new Date(), actor: null, causedBy: [] });
  };
  // In an array, for the transaction must not wait for it.
  const [answer] = await hub.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT position FROM kernel.log_head FOR UPDATE`;
    const answer = asked(question);
    // It has read, and waits for its turn to tell.
    const waiting = () => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%log_head%'`;
    await eventually(waiting, (found) => found.length > 0);
    await tell(tx, ['another']);
    return [answer];
  });
  const told = await answer;
  await hub.database.$transaction((tx) => tell(tx, ['center']));
  return told;
}
const fieldsOf = async (question: object) => (await asked(question)).readings.map(({ fields }) => fields);
const entries = async (user: string) => {
  const [row] = await hub.database.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM kernel.audit_entry WHERE entry::jsonb->>'user' = $1 AND entry::jsonb->'operation'->>'name' = 'RowReading'`, user);
  return row?.count ?? 0;
};

describe('the owner of a row says who may read it (5.4.3 c)', () => {
  it('by reading: what the terms give, under the grants in force, and the stamps of the row', async () => {
    expect(await asked({})).toEqual({ about: 'CORRECTION', readings: [{ reader: city, fields: ['cma'] }], row: expect.objectContaining({ holder: 'lab-1', concerned: ['center'] }) });
    const id = randomUUID();
    // In the log before the question, and in force with it.
    hub.logOf('exchange').say({ kind: 'SharingGranted', subjectType: 'SharingGrant', subjectId: id, payload: { id, granteeId: 'regulator-city', holderId: 'lab-1', coordinates: ['Lab.signatories'], purpose: 'SUPERVISION', until: new Date(Date.now() + 3_600_000).toISOString() } });
    expect(await fieldsOf({})).toEqual([['cma', 'signatories']]);
    expect(await fieldsOf({ readers: [{ ...city, purpose: null }] })).toEqual([['cma']]);
    hub.logOf('exchange').say({ kind: 'SharingGrantEnded', subjectType: 'SharingGrant', subjectId: id, payload: { id } });
    expect(await fieldsOf({})).toEqual([['cma']]);
  });

  it('with the stamps that the log told last, also where they changed after it had read', async () => {
    expect((await toldMeanwhile({})).row).toMatchObject({ holder: 'lab-1', concerned: ['another'] });
  });

  it('with those that it read where the log told nothing since, whatever it has told before', async () => {
    await hub.database.lab.update({ where: { id: 'lab-1' }, data: { concerned: ['of now'] } });
    expect((await asked({})).row).toMatchObject({ concerned: ['of now'] });
    await hub.database.lab.update({ where: { id: 'lab-1' }, data: { concerned: ['center'] } });
  });

  it('and with none where none of the readers sees the row, though the log tells of it meanwhile', async () => {
    expect((await toldMeanwhile({ readers: [{ ...city, userId: 'somebody.1' }] })).row).toBeNull();
  });

  it('a question to another owner is heard, and nothing is kept of it', async () => {
    const subjectId = randomUUID();
    hub.logOf('exchange').say({ kind: 'RowReadingAsked', subjectType: 'RowReading', subjectId, payload: null });
    // What comes behind it in the log is answered, and so it has been heard.
    await asked({});
    expect(await hub.database.$queryRaw`SELECT 1 FROM kernel.row_reading WHERE subject_id = ${subjectId}`).toEqual([]);
  });

  it('of each reader by itself, of what is not there nothing, and of nobody who is no member', async () => {
    const lab: RowReader = { userId: null, partyId: 'lab-1', role: 'SIGNATORY', purpose: null };
    const stranger = { ...city, userId: 'somebody.1' };
    expect(await fieldsOf({ readers: [lab, city, stranger, { ...lab, partyId: 'nobody' }] })).toEqual([['cma', 'signatories'], ['cma'], [], []]);
    const nothing = { about: 'CORRECTION', readings: [{ reader: city, fields: [] }], row: null };
    for (const question of [{ rowId: 'lab-9' }, { type: 'Nothing' }, { fields: ['nothing'] }, { type: 'Accreditation', fields: ['validFrom'] }]) expect(await asked(question)).toEqual(nothing);
  });

  it('of a delegate as long as whom they act for lets them, and in that one’s stead', async () => {
    // Carries the role as well, which is not what they asked by.
    const delegate: RowReader = { ...city, userId: 'regulator-city.2', onBehalfOf: 'regulator-city.1' };
    const delegatedBy = (delegatorId: string) => {
      const id = randomUUID();
      const payload = { id, delegatorId, delegateId: 'regulator-city.2', role: 'OFFICER', beginsAt: '2026-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
      hub.logOf('exchange').say({ kind: 'TasksDelegated', subjectType: 'Delegation', subjectId: id, payload });
      return id;
    };
    delegatedBy('regulator-city.3');
    expect(await fieldsOf({ readers: [delegate] })).toEqual([[]]);
    const id = delegatedBy('regulator-city.1');
    expect((await asked({ readers: [delegate] })).readings).toEqual([{ reader: delegate, fields: ['cma'] }]);
    const inStead = () => hub.database.$queryRaw<{ of: string }[]>`
      SELECT entry::jsonb->>'onBehalfOf' AS of FROM kernel.audit_entry WHERE entry::jsonb->>'user' = 'regulator-city.2' AND entry::jsonb->'operation'->>'name' = 'RowReading'`;
    expect(await eventually(inStead, (found) => found.length > 0)).toEqual([{ of: 'regulator-city.1' }]);
    hub.logOf('exchange').say({ kind: 'DelegationEnded', subjectType: 'Delegation', subjectId: id, payload: { id } });
    expect(await fieldsOf({ readers: [delegate] })).toEqual([[]]);
  });

  it('and the audit log has what a member asked for itself, and not what was asked about a party', async () => {
    // By parties that have asked nothing before, for entries are sealed a while after the answer.
    await asked({ readers: [{ ...city, userId: null, partyId: 'regulator-county' }] });
    await asked({ readers: [{ ...city, userId: 'regulator-province.1', partyId: 'regulator-province' }] });
    await eventually(() => entries('regulator-province.1'), (count) => count === 1);
    expect(await entries('regulator-county')).toBe(0);
  });

  it('beside the inbox: while a reading stands still, grants and closings are taken in and take effect', async () => {
    const id = randomUUID();
    const question = await hub.database.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE lab IN ACCESS EXCLUSIVE MODE`;
      const question = asked({});
      await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%lab%'`, (found) => found.length > 0);
      hub.logOf('exchange').say({ kind: 'FieldClosed', subjectType: 'FieldClosing', subjectId: id, payload: { id, coordinate: 'Lab.cma', holderId: null, ground: 'INCIDENT' } });
      await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM kernel.field_closing WHERE id = ${id}`, (found) => found.length > 0);
      return [question];
    });
    await question[0];
    expect(await fieldsOf({})).toEqual([[]]);
    hub.logOf('exchange').say({ kind: 'FieldReopened', subjectType: 'FieldClosing', subjectId: id, payload: { id } });
    expect(await eventually(() => fieldsOf({}), (fields) => fields[0]?.length === 1)).toEqual([['cma']]);
  });

  it('one after the other: a question that fails is told of, tried again, and holds up none behind it', async () => {
    const failing = randomUUID();
    hub.logOf('exchange').say({ kind: 'RowReadingAsked', subjectType: 'RowReading', subjectId: failing, payload: { about: 'CORRECTION', type: 'Lab', rowId: 'lab-1', fields: ['cma'], readers: null } });
    expect(await fieldsOf({})).toEqual([['cma']]);
    const health = async () => (await (await fetch(new URL('/health/ready', hub.url))).json()) as { status: string; warnings?: Record<string, string> };
    expect(await eventually(health, ({ warnings }) => warnings?.['row readings'] !== undefined)).toMatchObject({ status: 'ready' });
    const waiting = () => hub.database.$queryRaw<{ failures: number }[]>`SELECT failures FROM kernel.row_reading WHERE subject_id = ${failing}`;
    await eventually(waiting, ([question]) => (question?.failures ?? 0) >= 2);
    // What it lacked is there now, and it is answered as any other.
    await hub.database.$executeRaw`UPDATE kernel.row_reading SET asked = jsonb_set(asked, '{readers}', '[]'), next_at = now() WHERE subject_id = ${failing}`;
    await eventually(waiting, (questions) => questions.length === 0);
    expect((await health()).warnings?.['row readings']).toBeUndefined();
  });

  it('and warns no longer of one that another process has answered', async () => {
    const failing = randomUUID();
    hub.logOf('exchange').say({ kind: 'RowReadingAsked', subjectType: 'RowReading', subjectId: failing, payload: { about: 'CORRECTION', type: 'Lab', rowId: 'lab-1', fields: ['cma'], readers: null } });
    const warning = async () => ((await (await fetch(new URL('/health/ready', hub.url))).json()) as { warnings?: Record<string, string> }).warnings?.['row readings'];
    expect(await eventually(warning, (told) => told !== undefined)).toMatch(/^1 of the exchange’s questions/);
    await hub.database.$executeRaw`DELETE FROM kernel.row_reading WHERE subject_id = ${failing}`;
    expect(await warning()).toBeUndefined();
  });

  it('those first that are due first, so that one that comes back holds up none that has waited longer', async () => {
    const [back, waits] = [randomUUID(), randomUUID()];
    const payload = JSON.stringify({ about: 'CORRECTION', type: 'Lab', rowId: 'lab-1', fields: ['cma'], readers: [city] });
    await hub.database.$executeRaw`
      INSERT INTO kernel.row_reading (event_id, subject_id, asked, next_at) VALUES
        (${randomUUID()}::uuid, ${back}, ${payload}::jsonb, now() - interval '1 second'), (${randomUUID()}::uuid, ${waits}, ${payload}::jsonb, now() - interval '10 seconds')`;
    const answered = () => hub.database.$queryRaw<{ subject_id: string }[]>`SELECT subject_id FROM kernel.event WHERE kind = 'RowReadingAnswered' AND subject_id IN (${back}, ${waits}) ORDER BY position`;
    expect((await eventually(answered, (rows) => rows.length === 2)).map(({ subject_id }) => subject_id)).toEqual([waits, back]);
  });

  it('and as of nothing after a dozen failures, with the one answer that says no', async () => {
    const failing = randomUUID();
    // Without fields there is nothing to read by.
    const payload = JSON.stringify({ about: 'CORRECTION', type: 'Lab', rowId: 'lab-1', fields: null, readers: [city] });
    await hub.database.$executeRaw`INSERT INTO kernel.row_reading (event_id, subject_id, asked, failures) VALUES (${randomUUID()}::uuid, ${failing}, ${payload}::jsonb, 11)`;
    const question = () => hub.database.$queryRaw<{ failures: number }[]>`SELECT failures FROM kernel.row_reading WHERE subject_id = ${failing}`;
    await eventually(question, ([found]) => found?.failures === 12);
    await hub.database.$executeRaw`UPDATE kernel.row_reading SET next_at = now() WHERE subject_id = ${failing}`;
    const answers = () => hub.database.$queryRaw<{ answer: RowReadingAnswered }[]>`SELECT payloads->'exchange' AS answer FROM kernel.event WHERE kind = 'RowReadingAnswered' AND subject_id = ${failing}`;
    const [found] = await eventually(answers, (rows) => rows.length > 0);
    expect(found!.answer).toEqual({ about: 'CORRECTION', readings: [{ reader: city, fields: [] }], row: null });
    expect(await question()).toEqual([]);
  });

  it('and none is lost that was taken in and not answered yet when the service stops', async () => {
    const subjectId = randomUUID();
    const payload = JSON.stringify({ about: 'CORRECTION', type: 'Lab', rowId: 'lab-1', fields: ['cma'], readers: [city] });
    await hub.database.$executeRaw`INSERT INTO kernel.row_reading (event_id, subject_id, asked) VALUES (${randomUUID()}::uuid, ${subjectId}, ${payload}::jsonb)`;
    await hub.restart();
    const answers = () => hub.database.$queryRaw<object[]>`SELECT 1 FROM kernel.event WHERE kind = 'RowReadingAnswered' AND subject_id = ${subjectId}`;
    expect(await eventually(answers, (rows) => rows.length > 0)).toHaveLength(1);
  });

  it('with the decisions of the desk read once, however many readers it is asked about', async () => {
    const scans = async () => {
      // Statistics are told a second after the transaction.
      await delay(1500);
      const [row] = await hub.database.$queryRaw<{ scans: number }[]>`SELECT (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int AS scans FROM pg_stat_user_tables WHERE schemaname = 'kernel' AND relname = 'field_closing'`;
      return row?.scans ?? 0;
    };
    const before = await scans();
    expect(await fieldsOf({ readers: Array.from({ length: 50 }, () => ({ ...city, userId: null })) })).toHaveLength(50);
    expect((await scans()) - before).toBeLessThan(25);
  });
});
