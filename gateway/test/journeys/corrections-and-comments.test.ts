import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { JourneyHub } from './journey-hub.js';

const merchant: Asker = { identity: 'merchant-1' };
const province: Asker = { identity: 'regulator-province' };
/** All processes are on one machine, whose clock does not differ from itself. */
const variables = { EMBARGO_SETTLING_SECONDS: '0.1', EMBARGO_LOOK_SECONDS: '0.1' };
/** Owners that have nothing to tell are heard twice a minute, and nobody is told who read before the owner's audit log was heard. */
const heard = { timeout: 75_000, interval: 500 };

interface Case {
  readonly id: string;
  readonly state: string;
  readonly holder: { readonly id: string } | null;
  readonly answer: string | null;
}
interface ListingSeen {
  readonly id: string;
  readonly title: string;
  readonly platform: { readonly id: string };
}

let hub: JourneyHub;
let listing: ListingSeen;
let platform: Asker;
let rival: Asker;
beforeAll(async () => {
  hub = await JourneyHub.start({ separate: false, variables });
  await hub.ready();
  const { data } = await hub.ask(merchant, '{ listings(first: 1) { nodes { id title platform { id } } } }');
  [listing] = (data as unknown as { listings: { nodes: [ListingSeen] } }).listings.nodes;
  platform = { identity: listing.platform.id };
  rival = { identity: listing.platform.id === 'platform-1' ? 'platform-2' : 'platform-1' };
}, 180_000);
afterAll(() => hub?.stop(), 60_000);

const seen = 'id state holder { id } answer';
async function act(asker: Asker, name: string, item: object): Promise<Case> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${seen} } refusal { code message } } } }`;
  const { data, errors } = await hub.ask(asker, mutation, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const [outcome] = (data?.[name] as unknown as { outcomes: { value: Case; refusal: unknown }[] } | null)?.outcomes ?? [];
  expect({ errors, refusal: outcome?.refusal }).toEqual({ errors: undefined, refusal: null });
  return outcome!.value;
}
async function listed<Node>(asker: Asker, list: string, selection: string): Promise<readonly Node[]> {
  const filter = `${list[0]?.toUpperCase()}${list.slice(1, -1)}Filter`;
  const query = `query ($filter: ${filter}) { ${list}(first: 50, filter: $filter) { nodes { ${selection} } } }`;
  const { data, errors } = await hub.ask(asker, query, { filter: { subjectId: listing.id } });
  expect(errors).toBeUndefined();
  return (data?.[list] as unknown as { nodes: Node[] }).nodes;
}
const stateOf = (asker: Asker, list: string, id: string, state: string) => eventually(() => listed<Case>(asker, list, seen), (all) => all.some((each) => each.id === id && each.state === state));
const dutiesOf = async (kind: string, subjectId: string) => {
  const { data } = await hub.ask(platform, `{ duties(first: 50, filter: { kind: ["${kind}"] }) { nodes { subjectId state } } }`);
  return (data as unknown as { duties: { nodes: { subjectId: string; state: string }[] } }).duties.nodes.filter((duty) => duty.subjectId === subjectId).map(({ state }) => state);
};

describe('an error in the catalogue of a platform (数据勘误, 5.4.3 c)', () => {
  it('is told by a merchant that reads it, answered by the platform on record, and told to who read the wrong data, and to no one else', async () => {
    const read = await hub.ask(province, 'query ($id: ID!) { listing(id: $id) { title } }', { id: listing.id });
    expect(read.data).toEqual({ listing: { title: listing.title } });

    const { id, holder } = await act(merchant, 'requestDataCorrection', { fields: ['Listing.title'], subjectId: listing.id, problem: '标题有误', proposal: '按铭牌填写' });
    expect(holder).toBeNull();
    await stateOf(platform, 'dataCorrections', id, 'OPEN');
    expect(await listed(rival, 'dataCorrections', seen)).toEqual([]);
    await eventually(() => dutiesOf('AnswerDataCorrection', id), (states) => states.join() === 'OPEN');
    await act(platform, 'correctData', { correctionId: id, answer: '已按铭牌更正标题' });
    expect(await stateOf(merchant, 'dataCorrections', id, 'CORRECTED')).toMatchObject([{ holder: { id: platform.identity }, answer: '已按铭牌更正标题' }]);
    await eventually(() => dutiesOf('AnswerDataCorrection', id), (states) => states.join() === 'DONE');

    const notices = (asker: Asker) => listed<{ fields: string[] }>(asker, 'correctionNotices', 'fields');
    const [notice] = await vi.waitUntil(async () => (await notices(province)).length > 0 && notices(province), heard);
    expect(notice).toEqual({ fields: ['Listing.title'] });
    for (const other of [platform, rival]) expect(await notices(other)).toEqual([]);
  }, 120_000);
});

describe('a merchant that data concern (意见, 5.4.3 c)', () => {
  it('comments on them beside the row: the platform answers it, and whoever sees the row reads both', async () => {
    const { id } = await act(merchant, 'comment', { subjectType: 'Listing', subjectId: listing.id, text: '该商品已停售' });
    await stateOf(platform, 'dataComments', id, 'ON_RECORD');
    await eventually(() => dutiesOf('AnswerComment', id), (states) => states.join() === 'OPEN');
    await act(platform, 'answerComment', { commentId: id, answer: '已核实' });
    for (const reader of [merchant, province]) expect(await stateOf(reader, 'dataComments', id, 'ANSWERED')).toMatchObject([{ answer: '已核实' }]);
    await eventually(() => dutiesOf('AnswerComment', id), (states) => states.join() === 'DONE');
  }, 60_000);
});
