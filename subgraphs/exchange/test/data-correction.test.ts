import { randomUUID } from 'node:crypto';
import type { RowReadingAnswered, RowReadingAsked } from '@hub/kernel/sharing/row-reading.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharingDesk, signatory, steward, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk({ EMBARGO_SETTLING_SECONDS: '0.1', EMBARGO_LOOK_SECONDS: '0.1' });
});
afterAll(() => desk.hub.close());

interface Correction {
  id: string;
  number: string;
  state: string;
  revision: number;
  fields: string[];
  subjectType: string;
  subjectId: string;
  requester: { id: string };
  holder: { id: string } | null;
  dueAt: string | null;
  extensionReason: string | null;
  answered: { partyId: string } | null;
  answer: string | null;
  correctedBy: string | null;
}
const seen = 'id number state revision fields subjectType subjectId requester { id } holder { id } dueAt extensionReason answered { partyId } answer correctedBy';

const platform = 'platform-1';
const asked = (subjectId: string, more: object = {}) => ({ fields: ['MonitoringData.productName'], subjectId, problem: '产品名称有误', proposal: '应为“儿童座椅 B 型”', evidence: '见产品铭牌', ...more });
const act = <Value = Correction>(asker: Asker, name: string, item: object) => desk.act<Value>(asker, name, item, seen);
const request = async (asker: Asker, item: object): Promise<Correction> => {
  const { value, refusal } = await act(asker, 'requestDataCorrection', item);
  expect(refusal).toBeNull();
  return value!;
};
const listed = async (asker: Asker, filter: object = {}): Promise<Correction[]> => {
  const query = `query ($filter: DataCorrectionFilter) { dataCorrections(first: 100, filter: $filter) { nodes { ${seen} } } }`;
  return (await desk.hub.ask<{ dataCorrections: { nodes: Correction[] } }>(asker, query, { filter })).data.dataCorrections.nodes;
};
const one = async (asker: Asker, id: string) => (await listed(asker)).find((each) => each.id === id);
const inState = (asker: Asker, id: string, state: string) => eventually(() => one(asker, id), (found) => found?.state === state);

/** What the exchange has asked an owner of a case. */
async function questions(owner: string, subjectId: string): Promise<RowReadingAsked[]> {
  const rows = await desk.hub.database.$queryRaw<{ asked: RowReadingAsked }[]>`
    SELECT payloads->${owner}::text AS asked FROM kernel.event WHERE kind = 'RowReadingAsked' AND subject_id = ${subjectId} ORDER BY position`;
  return rows.map(({ asked }) => asked);
}
/** The owner answers, as it has read for it. */
function answer(owner: string, subjectId: string, { about, readers, fields }: RowReadingAsked, row: Partial<RowReadingAnswered['row']> & object | null, reads: (partyId: string) => readonly string[] = () => fields): void {
  const answered: RowReadingAnswered = { about, readings: readers.map((reader) => ({ reader, fields: row ? reads(reader.partyId) : [] })), row: row && stampsOf(row) };
  desk.hub.logOf(owner).say({ kind: 'RowReadingAnswered', subjectType: 'RowReading', subjectId, payload: answered as never });
}
const atCenter = { holder: 'center', concerned: ['regulator-province', platform, 'platform-2'], state: 'FED_BACK', reached: ['COMPILED', 'FED_BACK'] };

/** The centre has acted on its monitoring data. */
async function told(subjectId: string, kind = 'MonitoringDataFedBack', stamps: object = atCenter): Promise<void> {
  const count = () => desk.hub.database.exchangeEvent.count({ where: { subjectId } });
  const before = await count();
  desk.hub.logOf('monitoring-center').say({ kind, subjectType: 'MonitoringData', subjectId, stamps, payload: null });
  await eventually(count, (after) => after > before);
}

/** A request that the platform makes of the centre's data, passed on to the centre. */
async function opened(subjectId: string = randomUUID()): Promise<Correction> {
  const { id } = await request(platform, asked(subjectId));
  const [question] = await questions('monitoring-center', id);
  answer('monitoring-center', id, question!, atCenter);
  return (await inState(platform, id, 'OPEN'))!;
}

/** An owner tells in its audit log that parties have read the centre's monitoring data. */
async function read(...parties: readonly { readonly party: string; readonly kind: string; readonly coordinates?: string }[]): Promise<void> {
  const selections = { names: ['MonitoringData.productName', 'Query.monitoringData'], others: ['MonitoringData.conclusion'] };
  const entries = parties.map(({ party, kind, coordinates = 'names' }) => ({
    ...{ id: randomUUID(), at: new Date().toISOString(), owner: 'monitoring-center', user: `${party}.1`, party, kind, role: 'OFFICER', onBehalfOf: null, purpose: null },
    ...{ operation: { name: null, kind: 'query' as const, document: 'sha-256:0' }, selection: coordinates, rows: { center: { MonitoringData: 2 } } },
  }));
  desk.hub.logOf('monitoring-center').seal(entries, selections);
  for (const { id } of entries) await eventually(() => desk.hub.database.accessRecord.count({ where: { entry: id } }), (count) => count > 0);
}

describe('a reader asks for a correction (数据勘误, 5.4.3 c)', () => {
  it('of which nobody but it knows until the owner of the row has said that it reads the fields', async () => {
    const made = await request(platform, asked('data-1'));
    expect(made).toMatchObject({ state: 'SUBMITTED', holder: null, dueAt: null, requester: { id: platform } });
    expect(await questions('monitoring-center', made.id)).toEqual([
      { about: 'CORRECTION', type: 'MonitoringData', rowId: 'data-1', fields: ['productName'], readers: [{ userId: 'platform-1.1', partyId: platform, role: 'OFFICER', purpose: null }] },
    ]);
    for (const other of [steward, 'platform-2', 'regulator-province'] as Asker[]) expect(await listed(other)).toEqual([]);
    const query = 'query ($id: ID!) { exchangeEvents(first: 50, filter: { subjectId: $id }) { nodes { kind } } }';
    const events = async (asker: Asker) => (await desk.hub.ask<{ exchangeEvents: { nodes: { kind: string }[] } }>(asker, query, { id: made.id })).data.exchangeEvents.nodes.map(({ kind }) => kind);
    expect(await eventually(() => events(platform), (kinds) => kinds.length > 0)).toEqual(['DataCorrectionRequested']);
    for (const other of ['center', 'platform-2', 'regulator-province']) expect(await events(other)).toEqual([]);
  });

  it('and the holder gets it with a clock of ten working days', async () => {
    const { id, dueAt } = await opened();
    expect(await one(steward, id)).toMatchObject({ state: 'OPEN', holder: { id: 'center' }, requester: { id: platform }, dueAt });
    for (const other of ['platform-2', 'regulator-province']) expect(await one(other, id)).toBeUndefined();
    const [duty] = await eventually(() => desk.duties(steward, id), (duties) => duties.length > 0);
    expect(duty).toMatchObject({ kind: 'AnswerDataCorrection', state: 'OPEN', role: 'DATA_STEWARD', party: { id: 'center' }, dueAt });
    const board = await desk.hub.ask<{ timelinessBoard: { kind: string; open: number }[] }>(steward, '{ timelinessBoard(kind: ["AnswerDataCorrection"]) { kind open } }');
    expect(board.data.timelinessBoard).toEqual([{ kind: 'AnswerDataCorrection', open: 1 }]);
  });

  it('is not admitted, in one way, of a row that is not there, of one field that is not read, and of its own row', async () => {
    const outcome = async (row: typeof atCenter | null, reads?: (partyId: string) => readonly string[]) => {
      const { id } = await request(platform, asked('data-2', { fields: ['MonitoringData.productName', 'MonitoringData.conclusion'] }));
      const [question] = await questions('monitoring-center', id);
      answer('monitoring-center', id, question!, row, reads);
      const { number: _number, id: _id, ...found } = (await inState(platform, id, 'NOT_ADMITTED'))!;
      return found;
    };
    const notThere = await outcome(null);
    expect(await outcome(atCenter, () => ['productName'])).toEqual(notThere);
    expect(await outcome({ ...atCenter, holder: platform })).toEqual(notThere);
    expect(notThere).toMatchObject({ holder: null, dueAt: null, answer: null });
  });

  it('counts no word but that of the owner who was asked', async () => {
    const { id } = await request(platform, asked('data-3'));
    const [question] = await questions('monitoring-center', id);
    answer('labs', id, question!, { ...atCenter, holder: 'lab-1' });
    answer('monitoring-center', id, question!, atCenter);
    expect(await inState(platform, id, 'OPEN')).toMatchObject({ holder: { id: 'center' } });
  });

  it('is refused by code for what is no field, no field of the rows’ owner, of two types, or a key', async () => {
    const code = async (fields: string[]) => (await act(platform, 'requestDataCorrection', asked('data-4', { fields }))).refusal;
    for (const name of ['MonitoringData.nothing', 'MonitoringData.id', 'MonitoringPlan.progress', 'AccessRecord.purpose', 'nothing']) {
      expect(await code([name])).toMatchObject({ code: 'CORRECTION_FIELD_UNKNOWN', field: 'fields.0' });
    }
    expect(await code(['MonitoringData.productName', 'Lab.signatories'])).toMatchObject({ code: 'VALUE_INVALID', field: 'fields.1' });
    expect(await code([])).toMatchObject({ code: 'VALUE_INVALID', field: 'fields' });
  });
});

describe('what a party asks of owners at once is limited', () => {
  it('by code, also by what it withdrew at once; another party is not held up, and what was decided makes room', async () => {
    const many = 'department-1';
    const outcomes = await Promise.all(Array.from({ length: 55 }, (_, each) => act(many, 'requestDataCorrection', asked(`data-many-${each}`))));
    const made = outcomes.flatMap(({ value }) => value ?? []);
    expect(made).toHaveLength(50);
    const full = { code: 'READINGS_WAITING', message: expect.stringContaining('50') };
    for (const { refusal } of outcomes.filter(({ value }) => !value)) expect(refusal).toMatchObject(full);
    expect((await act(platform, 'requestDataCorrection', asked('data-20'))).refusal).toBeNull();
    const [withdrawn, decided] = made;
    expect((await act(many, 'withdrawDataCorrection', { correctionId: withdrawn!.id })).refusal).toBeNull();
    expect((await act(many, 'requestDataCorrection', asked('data-21'))).refusal).toMatchObject(full);
    answer('monitoring-center', decided!.id, (await questions('monitoring-center', decided!.id))[0]!, null);
    await inState(many, decided!.id, 'NOT_ADMITTED');
    expect((await act(many, 'requestDataCorrection', asked('data-22'))).refusal).toBeNull();
  });
});

describe('the holder answers on record', () => {
  it('that the data were corrected, by a version of its own that the feed knows', async () => {
    await told('data-11', 'MonitoringDataCompiled');
    const { id, revision } = await opened('data-10');
    const by = (correctedBy: string) => act(steward, 'correctData', { correctionId: id, expectedRevision: revision, answer: '已按铭牌更正', correctedBy });
    // It was there before anybody asked for a correction.
    expect((await by('data-11')).refusal).toMatchObject({ code: 'CORRECTION_VERSION_UNKNOWN', field: 'correctedBy' });
    await told('data-13', 'MonitoringDataCompiled', { ...atCenter, holder: 'center-2' });
    expect((await by('data-13')).refusal).toMatchObject({ code: 'CORRECTION_VERSION_UNKNOWN' });
    await told('data-11');
    expect((await by('data-11')).value).toMatchObject({ state: 'CORRECTED', answered: { partyId: 'center' }, correctedBy: 'data-11' });
    expect(await one(platform, id)).toMatchObject({ state: 'CORRECTED', answer: '已按铭牌更正' });
    await eventually(() => desk.duties(steward, id), (duties) => duties[0]?.state === 'DONE');
  });

  it('not that they were corrected while nothing has happened to them since the request: not to the row itself, nor by another party’s doing', async () => {
    const subjectId = randomUUID();
    await told(subjectId, 'MonitoringDataCompiled');
    const { id } = await opened(subjectId);
    const correct = (more: object = {}) => act(steward, 'correctData', { correctionId: id, answer: '已更正原记录', ...more });
    const unchanged = { code: 'CORRECTION_CHANGED_NOTHING', field: 'correctedBy' };
    for (const more of [{}, { correctedBy: subjectId }]) expect((await correct(more)).refusal).toMatchObject(unchanged);
    desk.hub.logOf('platforms').say({ kind: 'MonitoringDataAcknowledged', subjectType: 'MonitoringData', subjectId, stamps: { ...atCenter, holder: platform }, payload: null });
    await eventually(() => desk.hub.database.exchangeEvent.count({ where: { subjectId } }), (count) => count === 2);
    expect((await correct()).refusal).toMatchObject(unchanged);
    expect(await one(platform, id)).toMatchObject({ state: 'OPEN', answer: null });
    await told(subjectId);
    expect((await correct()).value).toMatchObject({ state: 'CORRECTED', correctedBy: null });
  });

  it('that records which are taken in together were corrected, though the feed names the first of them alone', async () => {
    const [first, second, before] = [randomUUID(), randomUUID(), randomUUID()];
    const collected = { holder: 'center', concerned: [], state: 'COLLECTED', reached: ['COLLECTED'] };
    const takenIn = async (kind: string, subjectId: string) => {
      desk.hub.logOf('monitoring-center').say({ kind, subjectType: 'RiskInformation', subjectId, stamps: collected, payload: null });
      await eventually(() => desk.hub.database.exchangeEvent.count({ where: { subjectId } }), (count) => count === 1);
    };
    await takenIn('RiskInformationTakenIn', before);
    const { id } = await request(platform, asked(before, { fields: ['RiskInformation.productName'] }));
    const [question] = await questions('monitoring-center', id);
    answer('monitoring-center', id, question!, collected);
    await inState(platform, id, 'OPEN');
    const correct = (correctedBy: string | null) => act(steward, 'correctData', { correctionId: id, answer: '已重新导入', correctedBy });
    expect((await correct(null)).refusal).toMatchObject({ code: 'CORRECTION_CHANGED_NOTHING' });
    expect((await correct(second)).refusal).toMatchObject({ code: 'CORRECTION_VERSION_UNKNOWN' });
    await takenIn('RiskInformationBatchTakenIn', first);
    expect((await correct(second)).value).toMatchObject({ state: 'CORRECTED', correctedBy: second });
  });

  it('that nothing is, with the reason; and takes more time once', async () => {
    const { id, dueAt } = await opened();
    const extended = await act(steward, 'extendDataCorrection', { correctionId: id, reason: '需向检验机构核实' });
    expect(extended.value).toMatchObject({ state: 'EXTENDED', extensionReason: '需向检验机构核实' });
    expect(Date.parse(extended.value!.dueAt!)).toBeGreaterThan(Date.parse(dueAt!));
    expect((await act(steward, 'extendDataCorrection', { correctionId: id, reason: '再次' })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'EXTENDED' });
    expect((await act(steward, 'rejectDataCorrection', { correctionId: id, reason: '与铭牌一致' })).value).toMatchObject({ state: 'REJECTED', answer: '与铭牌一致' });
  });

  it('not when its limit has passed, for more time', async () => {
    const { id } = await opened();
    await desk.hub.database.dataCorrection.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1000) } });
    expect((await act(steward, 'extendDataCorrection', { correctionId: id, reason: '晚了' })).refusal).toMatchObject({ code: 'CORRECTION_LIMIT_PASSED' });
  });

  it('neither for another, nor the requester for the holder, and a request that is withdrawn is owed no answer', async () => {
    const { id } = await opened();
    for (const other of ['platform-2', platform, 'regulator-province'] as Asker[]) {
      expect((await act(other, 'correctData', { correctionId: id, answer: '…' })).refusal, String(other)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await act(steward, 'withdrawDataCorrection', { correctionId: id })).refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect((await act(platform, 'withdrawDataCorrection', { correctionId: id })).value).toMatchObject({ state: 'WITHDRAWN' });
    await eventually(() => desk.duties(steward, id), (duties) => duties[0]?.state === 'DROPPED');
  });

  it('and a word of the owner that comes after a withdrawal changes nothing', async () => {
    const { id } = await request(platform, asked('data-12'));
    const [question] = await questions('monitoring-center', id);
    expect((await act(platform, 'withdrawDataCorrection', { correctionId: id })).value).toMatchObject({ state: 'WITHDRAWN' });
    answer('monitoring-center', id, question!, atCenter);
    await opened();
    expect(await one(platform, id)).toMatchObject({ state: 'WITHDRAWN', holder: null });
  });
});

describe('a request under an embargo (5.2.2)', () => {
  it('goes to a platform only when no plan of the centre is open that had begun before, and to a lab at once', async () => {
    desk.hub.logOf('regulator').say({ kind: 'MonitoringPlanIssued', subjectType: 'MonitoringPlan', subjectId: 'plan-1', stamps: { holder: 'regulator-province', concerned: ['center'] }, payload: null });
    await eventually(() => desk.hub.database.embargo.count({ where: { subjectId: 'plan-1' } }), (count) => count > 0);
    const secret = await request(steward, asked('listing-1', { fields: ['Listing.title'] }));
    const [question] = await questions('platforms', secret.id);
    answer('platforms', secret.id, question!, { holder: platform, state: 'LISTED', reached: ['LISTED'] });
    await inState(steward, secret.id, 'ADMITTED');
    const open = await request(steward, asked('lab-1', { fields: ['Lab.cma'] }));
    answer('labs', open.id, (await questions('labs', open.id))[0]!, { holder: 'lab-1' });
    await inState(signatory('lab-1'), open.id, 'OPEN');
    // What is passed on at all would have been by now, with the other.
    expect(await one(steward, secret.id)).toMatchObject({ state: 'ADMITTED', holder: null });
    expect(await one(platform, secret.id)).toBeUndefined();
    desk.hub.logOf('regulator').say({ kind: 'MonitoringPlanCompleted', subjectType: 'MonitoringPlan', subjectId: 'plan-1', stamps: { holder: 'regulator-province', concerned: ['center'] }, payload: null });
    expect(await inState(platform, secret.id, 'OPEN')).toMatchObject({ holder: { id: platform }, requester: { id: 'center' } });
  });
});

describe('a correction tells everybody who read the wrong data', () => {
  const notices = async (asker: Asker) => {
    const query = '{ correctionNotices(first: 100) { nodes { id reader { id } fields subjectType subjectId } } }';
    return (await desk.hub.ask<{ correctionNotices: { nodes: { subjectId: string; fields: string[] }[] } }>(asker, query)).data.correctionNotices.nodes;
  };

  it('and may read them still: not the others, and not the holder who was told', async () => {
    await read({ party: 'platform-2', kind: 'PLATFORM' }, { party: 'regulator-city', kind: 'REGULATOR' }, { party: 'department-1', kind: 'DEPARTMENT', coordinates: 'others' }, { party: platform, kind: 'PLATFORM' });
    const { id, subjectId } = await opened();
    expect((await act(steward, 'correctData', { correctionId: id, answer: '已更正原记录' })).refusal).toBeNull();
    const asked = await eventually(() => questions('monitoring-center', id), (all) => all.length > 1);
    expect(asked[1]).toEqual({
      about: 'NOTICES', type: 'MonitoringData', rowId: subjectId, fields: ['productName'],
      readers: ['platform-2', 'regulator-city'].map((partyId) => ({ userId: null, partyId, role: 'OFFICER', purpose: null })),
    });
    answer('monitoring-center', id, asked[1]!, atCenter, (party) => (party === 'regulator-city' ? ['productName'] : []));
    const [notice] = await eventually(() => notices('regulator-city'), (all) => all.length > 0);
    expect(notice).toMatchObject({ reader: { id: 'regulator-city' }, fields: ['MonitoringData.productName'], subjectType: 'MonitoringData', subjectId });
    for (const other of ['platform-2', 'department-1', platform, 'center']) expect(await notices(other)).toEqual([]);
    const fed = 'query ($kinds: [String!]) { exchangeEvents(first: 10, kinds: $kinds) { nodes { subjectType } } }';
    const told = async (asker: Asker) => (await desk.hub.ask<{ exchangeEvents: { nodes: object[] } }>(asker, fed, { kinds: ['CorrectionNoticed'] })).data.exchangeEvents.nodes;
    expect(await eventually(() => told('regulator-city'), (events) => events.length > 0)).toEqual([{ subjectType: 'CorrectionNotice' }]);
    expect(await told('platform-2')).toEqual([]);
  });

  it('once, in whatever roles it read, also where an owner answers twice', async () => {
    const { id } = await opened();
    await act(steward, 'correctData', { correctionId: id, answer: '已更正' });
    const [, question] = await eventually(() => questions('monitoring-center', id), (all) => all.length > 1);
    const before = (await notices('regulator-city')).length;
    answer('monitoring-center', id, question!, atCenter);
    answer('monitoring-center', id, question!, atCenter);
    await eventually(() => notices('regulator-city'), (all) => all.length > before);
    await opened();
    expect(await notices('regulator-city')).toHaveLength(before + 1);
  });
});
