import { randomUUID } from 'node:crypto';
import type { RowReader, RowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { commissioned, issuedPlan, leak, mark, orderedUnder, purchaseItem, recordedScope, reported } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

const reader = (partyId: string): RowReader => ({ userId: `${partyId}.1`, partyId, role: 'OFFICER', purpose: null });

async function asked(type: string, rowId: string, fields: string[], partyId: string): Promise<Omit<RowReadingAnswered, 'readings'> & { fields: readonly string[] | undefined }> {
  const subjectId = randomUUID();
  hub.others.say({ kind: 'RowReadingAsked', subjectType: 'RowReading', subjectId, payload: { about: 'COMMENT', type, rowId, fields, readers: [reader(partyId)] } as never });
  const answers = () => hub.database.$queryRaw<{ answer: RowReadingAnswered }[]>`
    SELECT payloads->'exchange' AS answer FROM kernel.event WHERE kind = 'RowReadingAnswered' AND subject_id = ${subjectId}`;
  const [found] = await eventually(answers, (rows) => rows.length > 0);
  const { readings, ...answer } = found!.answer;
  return { ...answer, fields: readings[0]?.fields };
}

it('of monitoring data a platform may read its own, from feedback on; before, of another’s, and of a purchase it is answered as of nothing', async () => {
  const [sample] = await warehoused(hub, await issuedPlan(hub), 1);
  const { id: commissionId } = await commissioned(hub, 'lab-1', [sample!.sampleId]);
  await reported(hub, 'lab-1', commissionId, sample!.sampleId, { complete: true });
  const [compiled] = await act(hub, analyst, 'compileMonitoringData', [{ idempotencyKey: randomUUID(), sampleId: sample!.sampleId }]);
  const id = compiled!.value.id;
  const nothing = { about: 'COMMENT', row: null, fields: [] };
  const named = ['id', 'productName', 'conclusion'];
  expect(await asked('MonitoringData', id, named, 'platform-1')).toEqual(nothing);
  await act(hub, analyst, 'feedBackMonitoringData', [{ idempotencyKey: randomUUID(), monitoringDataId: id }]);
  expect(await asked('MonitoringData', id, named, 'platform-1')).toMatchObject({ fields: named, row: { holder: 'center', concerned: expect.arrayContaining(['platform-1']), state: 'FED_BACK' } });
  expect(await asked('MonitoringData', id, named, 'platform-2')).toEqual(nothing);
  expect(await asked('Sample', sample!.sampleId, ['id'], 'platform-1')).toEqual(nothing);
  expect(await asked('Sample', 'no sample', ['id'], 'platform-1')).toEqual(nothing);
});

it('of who bought that a regulator reads it not, for what is masked is not read whole', async () => {
  const orderId = await orderedUnder(hub, await issuedPlan(hub), { batches: 1 });
  const [bought] = await act(hub, sampler, 'recordPurchase', [purchaseItem(orderId, { buyerName: '欧阳采薇' })], 'id');
  expect(await asked('Purchase', bought!.value.id, ['id', 'buyerName', 'productName'], 'regulator-province')).toMatchObject({ fields: ['id', 'productName'] });
});
