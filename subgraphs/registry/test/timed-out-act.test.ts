import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
});
afterAll(() => hub.close());

it('an act that takes longer than it may is undone, and told by a code of its own, not as a database that is away', async () => {
  const codes = [{ code: 'A', zh: '甲', en: 'a' }];
  const items = [{ idempotencyKey: randomUUID(), listId: 'units', expectedRevision: 1, reason: '标准更新', codes }];
  const publish = (language: string) =>
    hub.ask<{ publishCodeList: { outcomes: { refusal: { code: string; message: string } | null }[] } }>(
      'steward', 'mutation ($items: [PublishCodeListInput!]!) { publishCodeList(items: $items) { outcomes { refusal { code message } } } }', { items }, { 'accept-language': language },
    );
  // Somebody has the list for longer than the 30 seconds that an act may take.
  const held = hub.database.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM code_list WHERE id = 'units' FOR UPDATE`;
      await delay(31_000);
    },
    { timeout: 60_000 },
  );
  await delay(500);
  const answers = await Promise.all([publish('en'), publish('zh-CN')]);
  await held;
  const refusals = answers.map(({ data }) => data.publishCodeList.outcomes[0]?.refusal);
  expect(refusals.map((refusal) => refusal?.code)).toEqual(['TRANSACTION_TIMED_OUT', 'TRANSACTION_TIMED_OUT']);
  expect(refusals[0]?.message).toMatch(/same idempotencyKey.*less in one item/);
  expect(refusals[1]?.message).toMatch(/相同的 idempotencyKey/);
  expect(await hub.database.codeListVersion.count({ where: { listId: 'units' } })).toBe(1);
}, 90_000);
