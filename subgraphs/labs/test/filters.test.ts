import { randomUUID } from 'node:crypto';
import { checkSubjectFilters } from '@hub/kernel/testing/check-subject-filters.js';
import { sdl } from '@hub/schema/generated/labs.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { labsUnderTest, photo, technician, valueOf, type GivenCommission, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
/** Before anything was told. */
let after: string;
const order = ['电热水壶', '电饭锅', '电热水壶'] as const;
const productKind = [order[0], order[1]] as const;
/** Of each kind of product two commissions: one is reported on, one cannot be inspected. */
const given: GivenCommission[] = [];
const failing: GivenCommission[] = [];
const three = (ids: readonly string[]) => ids as [string, string, string];

beforeAll(async () => {
  hub = await labsUnderTest();
  after = await hub.cursorOfNow();
  for (const commissions of [given, failing]) {
    for (const kind of order) commissions.push(await hub.acceptedCommission('lab-1', { smuggled: { productKind: kind } }));
  }
}, 120_000);
afterAll(() => hub.close());

it('answers to commissions are listed and told of by commission and kind of product', async () => {
  const subject = { list: 'commissionAcceptances', subscription: 'commissionAnswered', rows: three(given.map(({ id }) => id)) };
  for (const asker of ['center', technician('lab-1')]) expect(await checkSubjectFilters(hub, { sdl, asker, after, ...subject, filters: { productKind } })).toEqual([]);
  const list = 'query ($id: ID!) { commissionAcceptances(filter: { commissionId: $id }) { nodes { id } } }';
  expect((await hub.ask('center', list, { id: given[1]?.id })).data).toEqual({ commissionAcceptances: { nodes: [{ id: given[1]?.id }] } });
});

it('reports issued are listed and told of by kind of product', async () => {
  const ids: string[] = [];
  for (const commission of given) ids.push((await hub.issued('lab-1', commission)).id);
  const subject = { list: 'inspectionReports', subscription: 'inspectionReportIssued', rows: three(ids) };
  for (const asker of ['center', technician('lab-1')]) expect(await checkSubjectFilters(hub, { sdl, asker, after, ...subject, filters: { productKind } })).toEqual([]);
});

it('inspections that cannot be done are listed and told of by kind of product', async () => {
  const ids: string[] = [];
  for (const commission of failing) {
    const receiptId = await hub.receiptOf(commission);
    const item = { receiptId, idempotencyKey: randomUUID(), reason: 'SAMPLE_LOST', facts: '承运人确认遗失', evidence: [photo()] };
    ids.push(valueOf(await hub.act(technician('lab-1'), 'reportInspectionFailure', item)).id);
  }
  const subject = { list: 'inspectionFailures', subscription: 'inspectionFailed', rows: three(ids) };
  for (const asker of ['center', technician('lab-1')]) expect(await checkSubjectFilters(hub, { sdl, asker, after, ...subject, filters: { productKind } })).toEqual([]);
});
