import type { RowReadingAnswered, RowReadingAsked } from '@hub/kernel/sharing/row-reading.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharingDesk, steward, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk();
});
afterAll(() => desk.hub.close());

interface Comment {
  id: string;
  state: string;
  text: string;
  answer: string | null;
  answeredAt: string | null;
  holder: { id: string } | null;
  commenter: { id: string };
  dueAt: string | null;
}
const seen = 'id state text answer answeredAt holder { id } commenter { id } dueAt';
const platform = 'platform-1';
const row = { holder: 'center', concerned: ['regulator-province', platform], state: 'FED_BACK', reached: ['COMPILED', 'FED_BACK'] };

const act = (asker: Asker, name: string, item: object) => desk.act<Comment>(asker, name, item, seen);
async function commented(subjectId: string, stamps: Partial<NonNullable<RowReadingAnswered['row']>> | null = row, asker: Asker = platform): Promise<string> {
  const { value } = await act(asker, 'comment', { subjectType: 'MonitoringData', subjectId, text: '该批次已停售' });
  const [event] = await desk.hub.database.$queryRaw<{ asked: RowReadingAsked }[]>`
    SELECT payloads->'monitoring-center' AS asked FROM kernel.event WHERE kind = 'RowReadingAsked' AND subject_id = ${value!.id}`;
  const { readers, fields, about } = event!.asked;
  expect({ about, fields }).toEqual({ about: 'COMMENT', fields: ['id'] });
  const answered: RowReadingAnswered = { about, readings: readers.map((reader) => ({ reader, fields: stamps ? fields : [] })), row: stamps && stampsOf(stamps) };
  desk.hub.logOf('monitoring-center').say({ kind: 'RowReadingAnswered', subjectType: 'RowReading', subjectId: value!.id, payload: answered as never });
  await eventually(() => desk.hub.database.dataComment.findUnique({ where: { id: value!.id } }), (comment) => comment?.state !== 'SUBMITTED');
  return value!.id;
}
const beside = async (asker: Asker, id: string) => {
  const query = `query ($row: _Any!) { _entities(representations: [$row]) { ... on MonitoringData { comments { ${seen} } } } }`;
  return (await desk.hub.ask<{ _entities: { comments: Comment[] }[] }>(asker, query, { row: { __typename: 'MonitoringData', id } })).data._entities[0]!.comments;
};
const listed = async (asker: Asker, subjectId: string) =>
  (await desk.hub.ask<{ dataComments: { nodes: Comment[]; totalCount: number } }>(asker, `query ($subjectId: ID) { dataComments(filter: { subjectId: $subjectId }) { nodes { ${seen} } totalCount } }`, { subjectId })).data.dataComments;

describe('the firm concerned comments on data (意见, 5.4.3 c)', () => {
  it('and whoever may see the row sees the comment beside it, and nobody else', async () => {
    const id = await commented('data-1');
    for (const asker of [platform, steward, 'regulator-province'] as Asker[]) {
      expect(await beside(asker, 'data-1'), String(asker)).toMatchObject([{ id, state: 'ON_RECORD', text: '该批次已停售', holder: { id: 'center' }, commenter: { id: platform } }]);
      expect(await listed(asker, 'data-1')).toMatchObject({ totalCount: 1 });
    }
    for (const other of ['platform-2', 'lab-1', 'merchant-1']) {
      // The data themselves are closed to labs, whichever.
      expect(await beside(other, 'data-1'), other).toEqual(other === 'lab-1' ? null : []);
      expect(await listed(other, 'data-1')).toEqual({ nodes: [], totalCount: 0 });
      const query = `query ($row: _Any!) { _entities(representations: [$row]) { ... on DataComment { text } } }`;
      expect((await desk.hub.ask(other, query, { row: { __typename: 'DataComment', id } })).data).toEqual({ _entities: [null] });
    }
  });

  it('which follows the row: who comes to see the row sees it from then on, and is told as of the row', async () => {
    await commented('data-2');
    const events = async (asker: Asker) => (await desk.hub.ask<{ exchangeEvents: { nodes: { kind: string }[] } }>(asker, '{ exchangeEvents(first: 50, filter: { subjectId: "data-2" }) { nodes { kind } } }')).data.exchangeEvents.nodes.map(({ kind }) => kind);
    await eventually(() => events(platform), (kinds) => kinds.includes('CommentPutOnRecord'));
    expect(await events('platform-2')).toEqual([]);
    const concerned = [...row.concerned, 'platform-2'];
    desk.hub.logOf('monitoring-center').say({ kind: 'MonitoringDataSuperseded', subjectType: 'MonitoringData', subjectId: 'data-2', stamps: { ...row, concerned }, payload: null });
    expect(await eventually(() => beside('platform-2', 'data-2'), (comments) => comments.length > 0)).toHaveLength(1);
  });

  it('not on record where the row is not shown to it, or does not concern it, and nobody learns of it', async () => {
    for (const stamps of [null, { ...row, concerned: ['regulator-province'] }, { ...row, holder: platform }]) {
      const id = await commented('data-3', stamps);
      expect(await listed(platform, 'data-3').then(({ nodes }) => nodes.find((each) => each.id === id))).toMatchObject({ state: 'NOT_ADMITTED', holder: null });
    }
    expect(await beside(platform, 'data-3')).toEqual([]);
    for (const other of [steward, 'regulator-province'] as Asker[]) expect(await listed(other, 'data-3')).toEqual({ nodes: [], totalCount: 0 });
    expect((await act(platform, 'comment', { subjectType: 'Nothing', subjectId: 'x', text: '…' })).refusal).toMatchObject({ code: 'COMMENT_SUBJECT_UNKNOWN', field: 'subjectType' });
  });

  it('the holder answers it, within ten working days', async () => {
    const id = await commented('data-4');
    const [duty] = await eventually(() => desk.duties(steward, id), (duties) => duties.length > 0);
    expect(duty).toMatchObject({ kind: 'AnswerComment', role: 'DATA_STEWARD', party: { id: 'center' }, state: 'OPEN' });
    expect((await act(platform, 'withdrawComment', { commentId: 'none' })).refusal).toMatchObject({ code: 'NOT_FOUND' });
    expect((await act(steward, 'answerComment', { commentId: id, answer: '已核实并记录' })).value).toMatchObject({ state: 'ANSWERED', answer: '已核实并记录' });
    expect(await beside('regulator-province', 'data-4')).toMatchObject([{ answer: '已核实并记录', answeredAt: expect.any(String) }]);
    await eventually(() => desk.duties(steward, id), (duties) => duties[0]?.state === 'DONE');
  });

  it('the firm withdraws it, and it stands beside the data no more', async () => {
    const id = await commented('data-5');
    await eventually(() => desk.duties(steward, id), (duties) => duties.length > 0);
    expect((await act(platform, 'withdrawComment', { commentId: id })).value).toMatchObject({ state: 'WITHDRAWN' });
    expect(await beside('regulator-province', 'data-5')).toEqual([]);
    await eventually(() => desk.duties(steward, id), (duties) => duties[0]?.state === 'DROPPED');
  });

  it('and one whose clock cannot begin, whatever the fault, holds back no other', async () => {
    const stuck = await commented('data-6');
    await eventually(() => desk.duties(steward, stuck), (duties) => duties.length > 0);
    // The party that held the row is not in the register.
    await desk.hub.database.dataComment.update({ where: { id: stuck }, data: { holder: 'nobody', dueAt: null } });
    const next = await commented('data-7');
    expect(await eventually(() => desk.duties(steward, next), (duties) => duties.length > 0)).toHaveLength(1);
    await desk.hub.database.dataComment.update({ where: { id: stuck }, data: { dueAt: new Date() } });
  });
});
