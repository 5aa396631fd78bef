import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { hashInput } from '@hub/kernel/acts/act-receipt.js';
import { PersonalData } from '@hub/kernel/personal/personal-data.js';
import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { preparePersonalKey } from '@hub/kernel/personal/prepare-personal-key.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireComplainants } from '../src/repository/expire-complainants.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const who = { name: '欧阳听雨', phone: '13912345678', address: '杭州市某某路 8 号 2 幢', statement: '我家孩子被漏电的水壶电到了' };
const complaint = (key: string, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  channel: 'COMPLAINT',
  productName: `电热水壶 ${key}`,
  hazardItem: '漏电',
  scope: {},
  observedOn: '2026-01-15',
  sourceRecord: { source: 'HOTLINE', key, content: '{"问题类型":"漏电"}' },
  complainant: who,
  ...changes,
});
const fields = 'id number complainant { id state revision name phone address statement contentHash keptUntil erasureReason riskInformationNumber taken { userId } erased { userId } }';
interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly [field: string]: unknown;
}
const takeIn = async (item: object) => {
  const [outcome] = await act(hub, analyst, 'takeInRiskInformation', [item], fields);
  return { ...outcome, complainant: outcome?.value?.['complainant'] as Kept };
};
interface BulkOutcome {
  readonly value: { readonly id: string; readonly complainant: Kept | null } | null;
  readonly refusal: { readonly code: string; readonly field: string } | null;
}
const takeInBulk = async (items: readonly object[]) =>
  (await hub.ask<{ takeInRiskInformation: { outcomes: BulkOutcome[] } }>(
    analyst,
    `mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items, bulk: true) { outcomes { value { ${fields} } refusal { code field } } } }`,
    { items },
  )).data.takeInRiskInformation.outcomes;
/** An item with all that the schema adds to it, as its receipt remembers it. */
const asTaken = (item: ReturnType<typeof complaint>) => ({
  ...{ ...item, productCategories: [], hazardDescription: '', hazardDegree: 'UNRATED', links: [] },
  scope: { countries: [], retailers: [], platforms: [] },
  sourceRecord: { ...item.sourceRecord, contentType: 'application/json' },
});
const receiptOf = async ({ idempotencyKey }: { readonly idempotencyKey: string }) => (await hub.database.$queryRaw<{ input_hash: string }[]>`SELECT input_hash FROM kernel.act_receipt WHERE idempotency_key = ${idempotencyKey}`)[0]?.input_hash;
const read = async (id: string) => (await hub.ask<{ complainant: Kept }>(analyst, `query ($id: ID!) { complainant(id: $id) { id state revision name statement contentHash erasureReason erased { userId } } }`, { id })).data.complainant;

const dump = () => dumpOf(hub.database);
const told = (text: string) => toldIn(text, Object.values(who));

describe('who complained (投诉人, 5.1.1 a)', () => {
  it('is kept apart from the matter, in no table in the clear, and told to the centre that has it', async () => {
    const { value, complainant } = await takeIn(complaint('kept'));
    expect(complainant).toMatchObject({ ...who, state: 'KEPT', revision: 1, riskInformationNumber: value?.number, taken: { userId: 'center.1' }, erased: null, erasureReason: null });
    expect(complainant['contentHash']).toMatch(/^sha-256:[0-9a-f]{64}$/);
    const text = await dump();
    expect(text).toContain('电热水壶 kept');
    expect(told(text)).toEqual([]);
  });

  it('is told to nobody else: regulators, labs and platforms read the matter alone', async () => {
    await takeIn(complaint('apart'));
    for (const asker of ['regulator-province', 'lab-1', 'platform-1']) {
      const { data, errors } = await hub.ask<{ riskInformationList: { nodes: { complainant: unknown }[] } }>(asker, '{ riskInformationList { nodes { productName complainant { id } } } }');
      expect(data.riskInformationList.nodes.map(({ complainant }) => complainant)).toEqual(data.riskInformationList.nodes.map(() => null));
      expect(errors?.[0]?.extensions.code).toBe('SHARING_NOT_SHARED');
    }
  });

  it('is the same where the same complaint comes again, and what another file says of it replaces what was there', async () => {
    const first = await takeIn(complaint('again'));
    const same = await takeIn(complaint('again'));
    expect([same.disposition, same.complainant]).toEqual(['UNCHANGED', first.complainant]);
    const moved = await takeIn(complaint('again', { complainant: { ...who, phone: '13800000000' } }));
    expect(moved.complainant).toMatchObject({ id: first.complainant.id, revision: 2, phone: '13800000000' });
    const bulk = await takeInBulk([complaint('again'), complaint('bulk'), complaint('nobody', { complainant: undefined })]);
    expect(bulk.map(({ value }) => [value?.complainant?.['phone'], value?.complainant?.revision])).toEqual([[who.phone, 3], [who.phone, 1], [undefined, undefined]]);
  });

  it('is known again by its receipt, of which nobody could tell by a guess', async () => {
    const item = complaint('receipt');
    const first = await takeIn(item);
    expect((await takeIn(item)).value?.id).toBe(first.value?.id);
    expect((await takeIn({ ...item, complainant: { ...who, name: '别人' } })).refusal).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const text = await dump();
    expect(text).toContain(hashInput({ ...asTaken(item), complainant: await personalKeyFile(hub.environment.dataDir).hash(who) }));
    expect(text).not.toContain(hashInput(asTaken(item)));
  });

  it('is known again in bulk by receipts of the same kind, and by those that a version before has kept, of a hash of all of it', async () => {
    const [ofBefore, ofNow, changed] = [complaint('before'), complaint('now'), complaint('changed')];
    const first = await takeInBulk([ofBefore, ofNow, changed]);
    const complainant = await personalKeyFile(hub.environment.dataDir).hash(who);
    for (const item of [ofBefore, ofNow, changed]) expect(await receiptOf(item)).toBe(hashInput({ ...asTaken(item), complainant }));
    for (const item of [ofBefore, changed]) await hub.database.$executeRaw`UPDATE kernel.act_receipt SET input_hash = ${hashInput(asTaken(item))} WHERE idempotency_key = ${item.idempotencyKey}`;
    const someoneElse = { ...changed, complainant: { ...who, name: '别人' } };
    const [before, now, other, fresh] = await takeInBulk([ofBefore, ofNow, someoneElse, complaint('fresh')]);
    expect([before?.value?.id, now?.value?.id]).toEqual([first[0]?.value?.id, first[1]?.value?.id]);
    expect(other).toMatchObject({ value: null, refusal: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' } });
    expect(fresh).toMatchObject({ value: { complainant: { ...who, revision: 1 } }, refusal: null });
    // What was refused has changed nothing.
    expect((await read(first[2]?.value?.complainant?.id ?? '')).name).toBe(who.name);
  });

  it('is refused where it is no complaint, tells nothing, or stands in the source record too', async () => {
    const code = async (changes: object) => (await takeIn(complaint(randomUUID(), changes))).refusal;
    expect(await code({ channel: 'INTERNET' })).toMatchObject({ code: 'VALUE_INVALID', field: 'complainant' });
    expect(await code({ complainant: { name: ' ' } })).toMatchObject({ code: 'VALUE_INVALID', field: 'complainant' });
    expect(await code({ sourceRecord: { source: 'HOTLINE', key: randomUUID(), content: '电话 139 1234-5678' } })).toMatchObject({ code: 'VALUE_INVALID', field: 'sourceRecord.content' });
  });
});

describe('erasure (删除个人信息, 5.4.3 d)', () => {
  it('on request destroys the key: hash and act remain, no dump has it any more, and nothing brings it back', async () => {
    const { complainant } = await takeIn(complaint('erased'));
    const before = await hub.database.complainant.findUniqueOrThrow({ where: { id: complainant.id } });
    const [outcome] = await act(hub, analyst, 'eraseComplainant', [{ idempotencyKey: randomUUID(), complainantId: complainant.id, expectedRevision: 1, reason: '本人来电要求' }], 'id');
    expect(outcome?.refusal).toBeNull();
    expect(await read(complainant.id)).toEqual({ id: complainant.id, state: 'ERASED', revision: 2, name: null, statement: null, contentHash: complainant.contentHash, erasureReason: '本人来电要求', erased: { userId: 'center.1' } });
    const text = await dump();
    expect(told(text)).toEqual([]);
    expect(text).not.toContain(before.sealed);
    // Somebody who kept a copy of the row has the hub's key too, and nothing to open it with.
    const copy = await new PersonalData(personalKeyFile(hub.environment.dataDir)).open(hub.database, [{ personId: before.id, sealed: before.sealed ?? '' }]);
    expect([...copy]).toEqual([]);
    const again = await takeIn(complaint('erased', { hazardItem: '起火' }));
    expect([again.disposition, again.complainant]).toMatchObject(['UPDATED', { id: complainant.id, state: 'ERASED', name: null }]);
    const [twice] = await act(hub, analyst, 'eraseComplainant', [{ idempotencyKey: randomUUID(), complainantId: complainant.id, expectedRevision: 2, reason: 'r' }], 'id');
    expect(twice?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });

  it('comes by itself at the end of the time, of those whose time is over', async () => {
    const { complainant: over } = await takeIn(complaint('over'));
    const { complainant: stays } = await takeIn(complaint('stays'));
    const { keptUntil } = await hub.database.complainant.findUniqueOrThrow({ where: { id: over.id } });
    const days = (keptUntil.getTime() - Date.now()) / 86_400_000;
    expect([days > 1095, days <= 1096]).toEqual([true, true]);
    await hub.database.complainant.update({ where: { id: stays.id }, data: { keptUntil: new Date(keptUntil.getTime() + 1000) } });
    const sweep = () => inUnitOfWork(hub.database, { owner: 'monitoring-center', at: keptUntil, actor: null, causedBy: [] }, expireComplainants);
    expect(await sweep()).toBe(false);
    expect(await read(over.id)).toMatchObject({ state: 'ERASED', name: null, erasureReason: null, erased: { userId: 'service:monitoring-center' } });
    expect(await read(stays.id)).toMatchObject({ state: 'KEPT', name: who.name });
  });
});

describe('the key of the hub', () => {
  it('that is another than the one under which complainants were encrypted stops the start', async () => {
    await takeIn(complaint('key'));
    const { path } = personalKeyFile(hub.environment.dataDir);
    const prepare = () => preparePersonalKey(hub.database, hub.environment.dataDir, 'complainants and buyers');
    await expect(prepare()).resolves.toBeUndefined();
    await rename(path, `${path}.away`);
    await expect(prepare()).rejects.toThrow('is not the key under which complainants and buyers in this database were encrypted');
    await rename(`${path}.away`, path);
  });
});
