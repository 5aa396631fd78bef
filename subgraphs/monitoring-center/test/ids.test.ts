import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { commissioned, issuedPlan, leak, mark, recordedScope, reported } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

it('what labs and platforms know by its id does not tell them when it was bought or compiled', async () => {
  await recordedScope(hub, 'lab-1', [leak, mark]);
  const [{ sampleId = '' } = {}] = await warehoused(hub, await issuedPlan(hub));
  const commission = await commissioned(hub, 'lab-1', [sampleId]);
  await reported(hub, 'lab-1', commission.id, sampleId);
  expect(await act(hub, analyst, 'compileMonitoringData', [{ idempotencyKey: 'ids', sampleId }], 'id')).toMatchObject([{ refusal: null }]);
  const version = (id: string) => id[14];
  const ids = [
    ...(await hub.database.sample.findMany()),
    ...(await hub.database.inspectionCommission.findMany()),
    ...(await hub.database.monitoringData.findMany()),
  ].flatMap((row) => ('document' in row ? [row.id, row.document] : [row.id]));
  expect(ids.length).toBeGreaterThanOrEqual(4);
  // RFC 9562: version 4 is random, version 7 begins with the time.
  expect(ids.filter((id) => version(id) !== '4')).toEqual([]);
});
