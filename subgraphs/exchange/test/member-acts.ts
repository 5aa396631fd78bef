import { randomUUID } from 'node:crypto';
import type { Asker, SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { expect } from 'vitest';

export interface MemberOutcome<Value = { id: string }> {
  readonly value: Value | null;
  readonly refusal: { readonly code: string; readonly field: string | null; readonly message: string } | null;
}

/** Does an act on members or users, and tells what came of it. */
export async function memberAct<Value = { id: string }>(hub: Pick<SubgraphUnderTest<unknown>, 'ask'>, asker: Asker, act: string, item: object, value = 'id'): Promise<MemberOutcome<Value>> {
  const type = `${act[0]?.toUpperCase()}${act.slice(1)}Input`;
  const query = `mutation ($items: [${type}!]!) { ${act}(items: $items) { outcomes { value { ${value} } refusal { code field message } } } }`;
  const answer = await hub.ask<Record<string, { outcomes: MemberOutcome<Value>[] } | null>>(asker, query, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const outcome = answer.data[act]?.outcomes[0];
  if (!outcome) throw new Error(`${act} did not answer: ${JSON.stringify(answer)}`);
  return outcome;
}

/** Suspends a member, as the centre's security administrator does. */
export async function suspended(hub: Pick<SubgraphUnderTest<unknown>, 'ask'>, participantId: string): Promise<void> {
  expect((await memberAct(hub, 'security', 'suspendParticipant', { participantId, reason: '安全事件' })).refusal).toBeNull();
}
