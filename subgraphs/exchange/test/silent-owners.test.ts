import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharingDesk, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk();
});
afterAll(() => desk.hub.close());

const province = 'regulator-province';
const questions = [
  '{ duties { totalCount } }',
  '{ myTasks { totalCount } }',
  '{ timelinessBoard(period: MONTH, since: "2026-01-01", until: "2026-03-31") { kind } }',
  '{ _entities(representations: [{ __typename: "MonitoringPlan", id: "plan-1" }]) { ... on MonitoringPlan { progress { open } } } }',
  '{ _entities(representations: [{ __typename: "MonitoringPlan", id: "plan-1" }]) { ... on MonitoringPlan { spending { total } } } }',
];
const staleOf = async (query: string) => {
  const { errors, extensions } = await desk.hub.ask(province, query);
  expect(errors).toBeUndefined();
  return (extensions?.sharing as { stale?: { owner: string; asOf?: string }[] } | undefined)?.stale;
};
const lastHeard = (owner: string, minutes: number) =>
  desk.hub.database.$executeRaw`UPDATE kernel.inbox_cursor SET heard_at = now() - make_interval(mins => ${minutes}) WHERE source = ${owner}`;

it('desks, boards and the progress of plans say of which owners nothing was heard for longer than the terms allow (时效, 5.4.3 b): what those did since is not in them', async () => {
  for (const query of questions) expect(await staleOf(query), query).toBeUndefined();
  for (const owner of ['monitoring-center', 'registry']) await desk.hub.logOf(owner).close();
  await lastHeard('monitoring-center', 3);
  for (const query of questions) expect(await staleOf(query), query).toBeUndefined();
  await lastHeard('monitoring-center', 10);
  for (const query of questions) expect(await staleOf(query), query).toEqual([{ owner: 'monitoring-center', asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/) }]);
  // One that was never heard is silent as well, since no time; the registry has no duties.
  await desk.hub.database.$executeRaw`UPDATE kernel.inbox_cursor SET heard_at = to_timestamp(0) WHERE source IN ('monitoring-center', 'registry')`;
  for (const query of questions) expect(await staleOf(query), query).toEqual([{ owner: 'monitoring-center' }]);
  // What is the exchange’s own, as the register is, is as it is.
  expect(await staleOf('{ participants { totalCount } }')).toBeUndefined();
});
