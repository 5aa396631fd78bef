import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, sampler, storekeeper, type Hub } from './acts.js';
import { evidence, file, onSamples } from './sample-steps.js';
import { bought, issuedPlan } from './thread.js';

let hub: Hub;
let sampleId: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  sampleId = (await bought(hub, await issuedPlan(hub)))[0]?.sampleId ?? '';
});
afterAll(() => hub.close());

const fields = 'id sample { id } kind files { hash size mediaType name } takenAt remark sequence previousHash chainHash preserved { userId role at }';
const preserve = (content: object = {}, asker: Parameters<Hub['ask']>[0] = sampler) =>
  act(hub, asker, 'preserveEvidence', onSamples([sampleId], { ...evidence, ...content }), fields);
const chain = async () => (await hub.ask<{ evidenceChain: { length: number; head: string; brokenAt: number | null } }>('auditor', '{ evidenceChain { length head brokenAt } }')).data.evidenceChain;

describe('evidence on a sample is preserved (取证、存证, 5.2.4 a)', () => {
  it('an empty chain is whole', async () => {
    expect(await chain()).toEqual({ length: 0, head: `sha-256:${'0'.repeat(64)}`, brokenAt: null });
  });

  it('named by its files, stamped with time and actor, chained to the entry before', async () => {
    const [first] = await preserve({ remark: '开箱照片' });
    const [second] = await preserve({ kind: 'INVOICE', files: [file('c'), file('d')] }, storekeeper);
    expect(first?.value).toMatchObject({
      sample: { id: sampleId },
      kind: 'PHOTO',
      files: [file('b')],
      takenAt: '2026-01-23T11:00:00.000+08:00',
      remark: '开箱照片',
      sequence: 1,
      previousHash: `sha-256:${'0'.repeat(64)}`,
      preserved: { userId: 'center.1', role: 'SAMPLER' },
    });
    expect(second?.value).toMatchObject({ sequence: 2, previousHash: first?.value['chainHash'], preserved: { role: 'STOREKEEPER' } });
    expect(await chain()).toEqual({ length: 2, head: second?.value['chainHash'], brokenAt: null });
    expect((await hub.ask('regulator-province', 'query ($id: ID!) { evidenceList(filter: { sampleId: $id, kind: [INVOICE] }) { totalCount nodes { sequence } } }', { id: sampleId })).data).toEqual({
      evidenceList: { totalCount: 1, nodes: [{ sequence: 2 }] },
    });
  });

  it('in one order, where many preserve at the same moment', async () => {
    const before = (await chain()).length;
    const outcomes = (await Promise.all(Array.from({ length: 8 }, () => preserve()))).flat();
    expect(outcomes.map(({ value }) => value['sequence']).sort()).toEqual(Array.from({ length: 8 }, (_, n) => before + 1 + n).sort());
    expect(await chain()).toMatchObject({ length: before + 8, brokenAt: null });
  });

  it('of at least one file', async () => {
    const [outcome] = await preserve({ files: [] });
    expect(outcome?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'files' });
  });

  it('each once, however often it is sent', async () => {
    const item = { idempotencyKey: randomUUID(), sampleId, ...evidence };
    const [one] = await act(hub, sampler, 'preserveEvidence', [item], 'id sequence');
    const [again] = await act(hub, sampler, 'preserveEvidence', [item], 'id sequence');
    expect(again).toEqual(one);
  });

  it('and never changed, removed or emptied by anybody', async () => {
    const all = {};
    await expect(hub.database.evidence.updateMany({ where: all, data: { remark: 'x' } })).rejects.toThrow('never changed');
    await expect(hub.database.evidence.deleteMany({ where: all })).rejects.toThrow('never changed');
    await expect(hub.database.$executeRaw`TRUNCATE evidence`).rejects.toThrow('never changed');
  });

  it('whoever gets past that is found out', async () => {
    const tamper = async (change: () => Promise<unknown>) => {
      await hub.database.$executeRaw`ALTER TABLE evidence DISABLE TRIGGER evidence_is_append_only`;
      await change();
      await hub.database.$executeRaw`ALTER TABLE evidence ENABLE TRIGGER evidence_is_append_only`;
      return (await chain()).brokenAt;
    };
    const { length } = await chain();
    const last = await hub.database.evidence.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    expect(await tamper(() => hub.database.evidence.update({ where: { id: last.id }, data: { takenAt: new Date(0) } }))).toBe(length);
    expect(await tamper(() => hub.database.evidence.update({ where: { id: last.id }, data: { takenAt: last.takenAt } }))).toBeNull();
    expect(await tamper(() => hub.database.evidence.delete({ where: { id: last.id } }))).toBe(length);
    expect(await tamper(() => hub.database.evidence.updateMany({ where: { sequence: 2 }, data: { sequence: 100 } }))).toBe(2);
  });

  it('platforms, merchants and labs know nothing of it', async () => {
    for (const asker of ['platform-1', 'merchant-1', 'lab-1']) {
      const answer = await hub.ask(asker, '{ evidenceList { totalCount } evidenceChain { length } }');
      expect(answer.data).toEqual({ evidenceList: null, evidenceChain: null });
    }
  });
});
