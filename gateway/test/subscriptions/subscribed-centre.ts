import { randomUUID } from 'node:crypto';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { hold, subscriptionClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import type { MonitoringCenterDatabase } from '@hub/monitoring-center/repository/database.js';
import { monitoringCenterService } from '@hub/monitoring-center/service.js';
import { sdl as exchangeSdl } from '@hub/schema/generated/exchange.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { parse, print, visit } from 'graphql';
import { startGateway } from '../../src/start-gateway.js';
import type { GatewayEnvironment } from '../../src/environment.js';
import { gatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.js';
import { smallSubgraph, type SmallSubgraph } from '../small-subgraph.js';

/** What these tests subscribe to: what the centre takes in, with what the exchange says of the centre. */
export interface TakenIn {
  readonly riskInformationTakenIn: {
    readonly riskInformation: { readonly id: string; readonly productName: string; readonly state?: string | null; readonly center?: { readonly name: string | null } | null };
  };
}

export const takenIn = `subscription ($after: String, $filter: RiskInformationFilter) {
  riskInformationTakenIn(after: $after, filter: $filter) { riskInformation { id productName center { name } } } }`;

/** The same, with a text that is read many times over. */
export const largeEvent = takenIn.replace('productName', Array.from({ length: 60 }, (_, index) => `d${index}: hazardDescription`).join(' '));

export const analyst = { identity: 'center', role: 'ANALYST' } as const;

/** A gateway before the real centre, and an exchange that the test plays. */
export interface SubscribedCentre {
  readonly gateway: GatewayUnderTest;
  readonly centre: SubgraphUnderTest<MonitoringCenterDatabase>;
  readonly exchange: SmallSubgraph;
  /** Subscribes on a connection of its own. */
  subscribe(asker?: Asker, variables?: Record<string, unknown>, query?: string, at?: string): Promise<HeldSubscription<TakenIn>>;
  /** A record is taken in; gives its id. */
  takeIn(changes?: object): Promise<string>;
  /** So many large records are taken in, of which `largeEvent` makes payloads of 240 KB; gives their ids. */
  takeInLarge(count: number): Promise<string[]>;
  /** The subscription fields of the supergraph in force. */
  offered(): Promise<readonly string[]>;
  /** Another gateway beside the first, or the same again. */
  another(settings?: Partial<GatewayEnvironment>): ReturnType<typeof startGateway>;
  /** A token that expires in so many seconds. */
  shortToken(seconds: number, user?: number): Promise<string>;
  close(): Promise<void>;
}

export async function subscribedCentre(settings: Partial<Omit<GatewayEnvironment, 'limits' | 'supergraph'>> = {}): Promise<SubscribedCentre> {
  const centre = await subgraphUnderTest(monitoringCenterService);
  const exchange = await smallSubgraph('exchange', exchangeSdl, {
    Participant: { __resolveReference: async ({ id }: { id: string }) => ({ id, name: `name of ${id}` }) },
  });
  const real = { name: 'monitoring-center', url: centre.url, typeDefs: '' };
  const { dataDir } = centre.environment;
  const gateway = await gatewayUnderTest([real, exchange], { supergraph: supergraphSdl, dataDir, upstreamTimeout: 5_000, ...settings });
  return {
    gateway,
    centre,
    exchange,
    async subscribe(asker = analyst, variables = {}, query = takenIn, at = gateway.url) {
      const client = subscriptionClient(at, { authorization: `Bearer ${await centre.tokenOf(asker)}`, 'accept-language': 'en' });
      return hold<TakenIn>(client, { query, variables });
    },
    takeIn: (changes) => takeIn(centre, changes),
    takeInLarge: (count) => takeInAll(centre, Array.from({ length: count }, () => ({ hazardDescription: 'x'.repeat(4_000) }))),
    async offered() {
      const { data } = await gateway.ask<{ __type: { fields: { name: string }[] } }>('{ __type(name: "Subscription") { fields { name } } }');
      return data.__type.fields.map(({ name }) => name);
    },
    another: (changed = {}) => startGateway({ ...gateway.environment, ...changed }),
    shortToken: (seconds, user = 1) => mintUserToken(dataDir, { userId: `center.${user}`, partyId: 'center', role: 'ANALYST' }, `${seconds}s`),
    async close() {
      await gateway.close();
      await Promise.all([centre.close(), exchange.close()]);
    },
  };
}

/** The supergraph without a field of the type Subscription. */
export const supergraphWithout = (field: string) => print(visit(parse(supergraphSdl), { FieldDefinition: ({ name }) => (name.value === field ? null : undefined) }));

export const idsOf = (payloads: readonly { readonly data: TakenIn }[]): string[] => payloads.map(({ data }) => data.riskInformationTakenIn.riskInformation.id);

/** A record is taken in at the centre; gives its id. */
export async function takeIn(centre: SubgraphUnderTest<MonitoringCenterDatabase>, changes: object = {}): Promise<string> {
  const [id = ''] = await takeInAll(centre, [changes]);
  return id;
}

/** Records are taken in at the centre by one request, in order; gives their ids. */
export async function takeInAll(centre: SubgraphUnderTest<MonitoringCenterDatabase>, records: readonly object[]): Promise<string[]> {
  const record = { channel: 'INTERNET', productName: '电热水壶', hazardItem: '触电', scope: {}, observedOn: '2026-01-15' };
  const items = records.map((changes) => ({ idempotencyKey: randomUUID(), ...record, sourceRecord: { source: 'TEST', key: randomUUID(), content: 'one' }, ...changes }));
  const answer = await centre.ask<{ takeInRiskInformation: { outcomes: { value: { id: string } | null }[] } }>(
    analyst,
    'mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items) { outcomes { value { id } refusal { code message } } } }',
    { items },
  );
  const ids = (answer.data?.takeInRiskInformation?.outcomes ?? []).flatMap(({ value }) => (value ? [value.id] : []));
  if (ids.length < records.length) throw new Error(JSON.stringify(answer));
  return ids;
}
