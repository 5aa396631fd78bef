import { randomUUID } from 'node:crypto';
import { act, sampler, storekeeper, type Hub } from './acts.js';
import { bought, type Bought } from './thread.js';

/** The steps of a sample from purchase to warehouse (5.2.3, 5.2.4 a), each with an item that is right. */
export const file = (letter = 'a') => ({ hash: `sha-256:${letter.repeat(64)}`, size: 48_213, mediaType: 'image/jpeg', name: '开箱.jpg' });
export const confirmation = { photos: [file()], batchNumber: '20260101', quantity: 3, productionDate: '2026-01-01' };
export const shipment = { place: '湖滨市样品库', carrier: '顺丰', waybill: 'SF1001', shippedAt: '2026-01-22T10:00:00+08:00' };
export const receipt = { receivedAt: '2026-01-23T10:00:00+08:00', condition: '外包装完好' };
export const evidence = { kind: 'PHOTO', files: [file('b')], takenAt: '2026-01-23T11:00:00+08:00' };
/** Each sample bears a seal of its own, from the warehouse to the lab. */
const sealOf = (sampleId: string) => `FQ-${sampleId}`;
export const warehousing = (sampleId: string) => ({ place: 'A-3-12', sealNumber: sealOf(sampleId), quantityForTest: 2, quantityRetained: 1 });
export const parcel = (sampleId: string) => ({ sealNumber: sealOf(sampleId), quantity: 2, carrier: '专车', waybill: 'JJ-1' });

const steps = [
  ['confirmSample', sampler, confirmation],
  ['shipSample', sampler, shipment],
  ['receiveSample', storekeeper, receipt],
  ['verifySample', storekeeper, { meets: true }],
  ['registerSample', storekeeper, {}],
  ['preserveEvidence', storekeeper, evidence],
  ['warehouseSample', storekeeper, warehousing],
] as const;

export const onSamples = (ids: readonly string[], content: object | ((sampleId: string) => object) = {}) =>
  ids.map((sampleId) => ({ idempotencyKey: randomUUID(), sampleId, ...(typeof content === 'function' ? (content as (sampleId: string) => object)(sampleId) : content) }));

/** Takes samples through the steps before one, or to the warehouse. */
export async function upTo(hub: Hub, ids: readonly string[], last?: (typeof steps)[number][0]): Promise<void> {
  for (const [name, asker, content] of steps) {
    if (name === last) return;
    for (const { refusal } of await act(hub, asker, name, onSamples(ids, content), 'id')) if (refusal) throw new Error(`${name}: ${JSON.stringify(refusal)}`);
  }
}

/** Buys under a plan and brings what came to the warehouse. */
export async function warehoused(hub: Hub, planId: string, count = 1, changes: object = {}): Promise<Bought[]> {
  const samples = await bought(hub, planId, count, changes);
  await upTo(hub, samples.map(({ sampleId }) => sampleId));
  return samples;
}
