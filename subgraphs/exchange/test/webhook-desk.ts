import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

export interface WebhookSeen {
  id: string;
  url: string;
  state: string;
  stoppedBecause: { code: string; message: string } | null;
  cursor: string | null;
  lastDeliveredAt: string | null;
  lastFailure: { status: number | null; failure: string } | null;
  failingSince: string | null;
  nextAttemptAt: string | null;
  previousSecretUntil: string | null;
  attempts: { messageId: string; kind: string; status: number | null; failure: string | null }[];
}

export interface Registered {
  readonly id: string;
  readonly secret: string;
}

interface Outcome {
  value: WebhookSeen | null;
  secret?: string | null;
  refusal: { code: string; field: string | null; message: string } | null;
}

const seen = `id url state stoppedBecause { code message } cursor lastDeliveredAt lastFailure { status failure } failingSince nextAttemptAt
  previousSecretUntil attempts { messageId kind at milliseconds status failure }`;

/** Waits and retries so short that tests need not wait. */
export const quickSettings = {
  WEBHOOK_ALLOWED_HOSTS: '127.0.0.1:*',
  WEBHOOK_TIMEOUT_SECONDS: '1',
  WEBHOOK_FIRST_RETRY_SECONDS: '0.05',
  WEBHOOK_LONGEST_RETRY_SECONDS: '0.2',
};

/** An exchange under test with its members, and the acts of webhooks. */
export async function webhookDesk(variables: Readonly<Record<string, string>> = {}, definition = exchangeService) {
  const hub: SubgraphUnderTest<ExchangeDatabase> = await subgraphUnderTest(definition, { logPerOwner: true, variables: { ...quickSettings, ...variables } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));

  const act = async (asker: Asker, name: string, item: object): Promise<Outcome> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const secret = ['registerWebhook', 'replaceWebhookSecret'].includes(name) ? 'secret' : '';
    const answer = await hub.ask<Record<string, { outcomes: Outcome[] } | null>>(
      asker,
      `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${seen} } ${secret} refusal { code field message } } } }`,
      { items: [{ idempotencyKey: randomUUID(), ...item }] },
    );
    const outcome = answer.data[name]?.outcomes[0];
    if (!outcome) throw new Error(`${name} did not answer: ${JSON.stringify(answer)}`);
    return outcome;
  };
  const list = async (asker: Asker): Promise<WebhookSeen[]> =>
    (await hub.ask<{ webhooks: { nodes: WebhookSeen[] } }>(asker, `{ webhooks(first: 100) { nodes { ${seen} } } }`)).data.webhooks.nodes;
  const seenBy = async (asker: Asker, id: string): Promise<WebhookSeen> => {
    const found = (await list(asker)).find((webhook) => webhook.id === id);
    if (!found) throw new Error(`There is no webhook ${id}.`);
    return found;
  };
  return {
    hub,
    act,
    list,
    seenBy,
    async register(asker: Asker, url: string, kinds: readonly string[] = []): Promise<Registered> {
      const { value, secret, refusal } = await act(asker, 'registerWebhook', { url, kinds, description: '业务系统' });
      expect(refusal).toBeNull();
      return { id: value?.id ?? '', secret: secret ?? '' };
    },
    until: (asker: Asker, id: string, satisfied: (webhook: WebhookSeen) => boolean) => eventually(() => seenBy(asker, id), satisfied),
    /** Lets an owner tell an event about risk information, which platforms, labs, centres and regulators see; gives its subject. */
    tell(kind: string, subjectType = 'RiskInformation'): string {
      const subjectId = randomUUID();
      const stamps = { holder: 'center', concerned: [], state: 'TAKEN_IN', reached: ['TAKEN_IN'] };
      hub.logOf('monitoring-center').say({ kind, subjectType, subjectId, stamps, payload: null });
      return subjectId;
    },
  };
}

export type WebhookDesk = Awaited<ReturnType<typeof webhookDesk>>;
