import { hold, subscriptionClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { insiders, outsiders, tellsTooMuch, type Hidden } from '../../../scripts/src/blindness/blindness.js';
import type { JourneyHub } from './journey-hub.js';

/** A subscription field of an owner, and what of its payload names the subject. */
interface Telling {
  readonly owner: string;
  readonly field: string;
  readonly type: string;
  readonly query: string;
}

type Subject = { readonly id: string; readonly subjectType?: string; readonly subjectId?: string };
type Told = Record<string, Record<'subject', Subject>>;

interface Listening {
  readonly identity: string;
  readonly telling: Telling;
  /** Where it is subscribed: at the owner itself, or at the gateway. */
  readonly door: 'owner' | 'gateway';
  readonly held: HeldSubscription<Told>;
}

const introspection = '{ __schema { types { name fields { name type { name ofType { name } } } } } }';

interface Introspected {
  readonly data: { __schema: { types: { name: string; fields: { name: string; type: { name: string | null; ofType: { name: string | null } | null } }[] | null }[] } };
}

/** Everybody subscribes to everything at every owner and at the gateway, for a whole journey: by whatever comes, no outsider may learn of a purchase (5.2.2). */
export class SubscribedParties {
  readonly #listening: readonly Listening[];

  private constructor(listening: readonly Listening[]) {
    this.#listening = listening;
  }

  static async of(hub: JourneyHub): Promise<SubscribedParties> {
    await hub.ready();
    const tellings = (await Promise.all(Object.keys(hub.subgraphs).map((owner) => tellingsOf(hub, owner)))).flat();
    const listening: Listening[] = [];
    for (const asker of [...outsiders, ...insiders]) {
      const authorization = `Bearer ${await hub.token(asker)}`;
      for (const telling of tellings) {
        for (const door of ['owner', 'gateway'] as const) {
          const url = door === 'gateway' ? hub.url : (hub.subgraphs[telling.owner] ?? '');
          const client = subscriptionClient(url, { authorization, 'accept-language': 'en' });
          listening.push({ identity: asker.identity, telling, door, held: hold<Told>(client, { query: telling.query }) });
        }
      }
    }
    await delay(1000); // nothing tells that a subscription has begun but its first event
    return new SubscribedParties(listening);
  }

  /** What outsiders learned that they may not know, in words. */
  broken(hidden: Hidden): string[] {
    return outsiders.flatMap((asker) =>
      this.#of(asker.identity).flatMap(({ telling, door, held }) =>
        held.received.flatMap(({ data }) => {
          const { id, subjectType = telling.type, subjectId = id } = data[telling.field]?.subject ?? { id: '' };
          return tellsTooMuch(asker, { subjectType, subjectId }, hidden).map((what) => `${what}, by the subscription ${telling.field} at the ${door}`);
        }),
      ),
    );
  }

  /** Fields that brought nobody anything: what they keep from outsiders is not proved by this. */
  silent(): string[] {
    const fields = new Set(this.#listening.map(({ telling }) => telling.field));
    for (const { telling, held } of this.#listening) if (held.received.length > 0) fields.delete(telling.field);
    return [...fields].sort();
  }

  /** What came at one door and not at the other, in words: at both the same comes, in the same order. */
  different(): string[] {
    const told = ({ identity, telling, held }: Listening) => [`${identity} ${telling.field}`, JSON.stringify(held.received.map(({ data }) => data))] as const;
    const at = (door: Listening['door']) => new Map(this.#listening.filter((each) => each.door === door).map(told));
    const gateway = at('gateway');
    return [...at('owner')].flatMap(([name, data]) => (gateway.get(name) === data ? [] : [`${name}: ${data} at the owner, ${gateway.get(name)} at the gateway`]));
  }

  /** Subscriptions that ended otherwise than by the terms. */
  async ended(): Promise<string[]> {
    const ends = this.#listening.map(async ({ identity, telling, door, held }) => {
      const end = await Promise.race([held.ended, delay(0)]);
      return end && !String(end.code).startsWith('SHARING_') ? [`${identity} ${telling.field} at the ${door}: ${JSON.stringify(end)}`] : [];
    });
    return (await Promise.all(ends)).flat();
  }

  async leave(): Promise<void> {
    await Promise.all(this.#listening.map(({ held }) => held.leave()));
  }

  #of(identity: string): Listening[] {
    return this.#listening.filter((each) => each.identity === identity);
  }
}

async function tellingsOf(hub: JourneyHub, owner: string): Promise<Telling[]> {
  const response = await request(new URL('/graphql', hub.subgraphs[owner]), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await hub.token({ identity: 'center' })}` },
    body: JSON.stringify({ query: introspection }),
  });
  const answer = (await response.body.json()) as Introspected;
  if (response.statusCode !== 200) throw new Error(`${owner} does not tell its schema: ${JSON.stringify(answer)}`);
  const { types } = answer.data.__schema;
  const fieldsOf = (type: string | null | undefined) => types.find(({ name }) => name === type)?.fields ?? [];
  return fieldsOf('Subscription').map(({ name: field, type: payload }) => {
    const subject = fieldsOf(payload.name).find(({ type }) => fieldsOf(type.ofType?.name).some(({ name }) => name === 'id'));
    const type = subject?.type.ofType?.name;
    if (!type) throw new Error(`The payload of the subscription ${field} names no subject.`);
    const names = ['id', 'subjectType', 'subjectId'].filter((name) => fieldsOf(type).some((each) => each.name === name));
    return { owner, field, type, query: `subscription { ${field} { subject: ${subject.name} { ${names.join(' ')} } } }` };
  });
}
