import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

it('the register of regulators follows the exchange, and is listed by level and region to everybody (3.1)', async () => {
  const admit = (id: string, changes: object = {}) =>
    hub.others.say({
      kind: 'ParticipantChanged',
      subjectType: 'Participant',
      subjectId: id,
      payload: { ...demoParticipants.find((party) => party.id === id), state: 'ACTIVE', users: [], ...changes },
    });
  for (const id of ['regulator-province', 'regulator-county', 'lab-2']) admit(id);
  admit('regulator-city', { regionCode: '330200' });
  admit('regulator-city');
  await eventually(
    () => hub.database.regulator.findMany({ orderBy: { regionCode: 'asc' } }),
    (rows) => rows.map(({ regionCode }) => regionCode).join() === '330000,330100,330105',
  );
  const list = async (filter: object) => {
    const answer = await hub.ask<{ regulators: { nodes: { id: string }[] } }>(
      'merchant-1',
      'query ($filter: RegulatorFilter) { regulators(filter: $filter) { nodes { id level region { code } participant { id } } } }',
      { filter },
    );
    return answer.data.regulators.nodes.map(({ id }) => id);
  };
  expect(await list({})).toEqual(['regulator-province', 'regulator-city', 'regulator-county']);
  expect(await list({ level: 'CITY' })).toEqual(['regulator-city']);
  expect(await list({ regionCode: '3301' })).toEqual(['regulator-city', 'regulator-county']);
  const one = await hub.ask('lab-1', '{ regulator(id: "regulator-county") { level region { code } participant { id } } }');
  expect(one.data).toEqual({ regulator: { level: 'COUNTY', region: { code: '330105' }, participant: { id: 'regulator-county' } } });
});
