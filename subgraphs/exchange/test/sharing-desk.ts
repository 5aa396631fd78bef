import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

export interface RequestSeen {
  id: string;
  number: string;
  application: string;
  state: string;
  revision: number;
  fields: string[];
  dueAt: string;
  applicant: { id: string };
  holder: { id: string };
  authority: { id: string } | null;
  extensionReason: string | null;
  refusalGround: string | null;
  decided: { userId: string; partyId: string } | null;
  grants: GrantSeen[];
}

export interface GrantSeen {
  id: string;
  state: string;
  fields: string[];
  until: string;
  purpose: string;
  granted: { partyId: string };
  withdrawalReason: string | null;
}

export interface Refused {
  code: string;
  field: string | null;
  message: string;
  state: string | null;
}

const grantSeen = 'id state fields until purpose granted { partyId } withdrawalReason';
const requestSeen = `id number application state revision fields dueAt applicant { id } holder { id } authority { id } extensionReason refusalGround
  decided { userId partyId } grants { ${grantSeen} }`;
const closingSeen = 'id number state field closedHolder { id } groundKind ground confirmBy confirmed { userId } reopeningReason';
const selections: Readonly<Record<string, string>> = { requestSharing: `id requests { ${requestSeen} }`, withdrawSharing: grantSeen, closeField: closingSeen, confirmFieldClosing: closingSeen, reopenField: closingSeen };

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
/** A time as the hub tells it. */
export const asTold = (time: Date) => new Date(time.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
export const steward = { identity: 'steward' } as const;
export const signatory = (identity: string) => ({ identity, role: 'SIGNATORY' });

/** An exchange under test with its members, and the acts of the sharing desk. */
export async function sharingDesk(variables: Readonly<Record<string, string>> = {}) {
  const hub: SubgraphUnderTest<ExchangeDatabase> = await subgraphUnderTest(exchangeService, {
    logPerOwner: true,
    variables: { WEBHOOK_DELIVERY: 'off', SHARING_SWEEP_SECONDS: '0.1', ...variables },
  });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  const act = async <Value>(asker: Asker, name: string, item: object, selection = selections[name] ?? requestSeen): Promise<{ value: Value | null; refusal: Refused | null }> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const answer = await hub.ask<Record<string, { outcomes: { value: Value | null; refusal: Refused | null }[] } | null>>(
      asker,
      `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${selection} } refusal { code field message state } } } }`,
      { items: [{ idempotencyKey: randomUUID(), ...item }] },
    );
    const outcome = answer.data?.[name]?.outcomes[0];
    if (!outcome) throw new Error(`${name} did not answer: ${JSON.stringify(answer)}`);
    return outcome;
  };
  const done = async <Value>(asker: Asker, name: string, item: object): Promise<Value> => {
    const { value, refusal } = await act<Value>(asker, name, item);
    expect(refusal, name).toBeNull();
    return value as Value;
  };
  const application = { fields: ['Lab.signatories'], purpose: 'HAZARD_HANDLING', until: inDays(60) };
  return {
    hub,
    act,
    done,
    async apply(asker: Asker, item: object = {}): Promise<RequestSeen[]> {
      return (await done<{ requests: RequestSeen[] }>(asker, 'requestSharing', { ...application, ...item })).requests;
    },
    refusedApplication: async (asker: Asker, item: object) => (await act(asker, 'requestSharing', { ...application, ...item })).refusal,
    async requests(asker: Asker, filter: object = {}): Promise<RequestSeen[]> {
      const query = `query ($filter: SharingRequestFilter) { sharingRequests(first: 100, filter: $filter) { nodes { ${requestSeen} } } }`;
      return (await hub.ask<{ sharingRequests: { nodes: RequestSeen[] } }>(asker, query, { filter })).data.sharingRequests.nodes;
    },
    async grants(asker: Asker, filter: object = {}): Promise<GrantSeen[]> {
      const query = `query ($filter: SharingGrantFilter) { sharingGrants(first: 100, filter: $filter) { nodes { ${grantSeen} } } }`;
      return (await hub.ask<{ sharingGrants: { nodes: GrantSeen[] } }>(asker, query, { filter })).data.sharingGrants.nodes;
    },
    /** What stands in the log of the exchange for an owner, of one kind. */
    async told(kind: string, subjectId: string): Promise<{ receivers: string[]; payload: Record<string, unknown> }[]> {
      return hub.database.$queryRawUnsafe(`SELECT receivers, payloads->'labs' AS payload FROM kernel.event WHERE kind = $1 AND subject_id = $2`, kind, subjectId);
    },
    async duties(asker: Asker, subjectId: string): Promise<{ kind: string; state: string; role: string; dueAt: string; party: { id: string } }[]> {
      const query = '{ duties(first: 200) { nodes { kind state role dueAt subjectId party { id } } } }';
      const { nodes } = (await hub.ask<{ duties: { nodes: { kind: string; state: string; role: string; dueAt: string; subjectId: string; party: { id: string } }[] } }>(asker, query)).data.duties;
      return nodes.filter((duty) => duty.subjectId === subjectId);
    },
  };
}

export type SharingDesk = Awaited<ReturnType<typeof sharingDesk>>;
