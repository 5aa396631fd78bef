import { createHash, randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { hold, subscriptionClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { performAct } from '../../../scripts/src/asking/perform-act.js';
import type { AbusedHub } from './abused-hub.js';

const parties: readonly Asker[] = ['lab-1', 'lab-2', 'platform-1', 'platform-2', 'merchant-1', 'merchant-2', 'enterprise-1', 'regulator-province', 'center'].map((identity) => ({ identity }));
const everybody = '{ viewer { userId participant { id } } exchangeEvents(first: 30) { nodes { id subjectId } } duties(first: 30) { totalCount nodes { id subjectId party { id } } } }';
const purpose = 'SUPERVISION';
const purposeHeader = 'x-hub-purpose';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

interface FedBack {
  readonly monitoringDataFedBack: { readonly monitoringData: { readonly id: string; readonly plan: object | null } };
}

/** The same subscription to what is fed back, held by each party while the sides walk their threads. */
export class FedBackToAll {
  readonly #held = new Map<string, HeldSubscription<FedBack>>();

  async begin(hub: AbusedHub): Promise<void> {
    for (const { identity } of parties) {
      const client = subscriptionClient(hub.url, { authorization: await hub.bearer({ identity }).then((token) => `Bearer ${token}`), 'accept-language': 'en' });
      this.#held.set(identity, hold<FedBack>(client, { query: 'subscription { monitoringDataFedBack { monitoringData { id plan { id } } } }' }));
    }
  }

  of(identity: string): HeldSubscription<FedBack> {
    const held = this.#held.get(identity);
    if (!held) throw new Error(`${identity} has not subscribed.`);
    return held;
  }

  async leave(): Promise<void> {
    await Promise.all([...this.#held.values()].map((held) => held.leave()));
  }
}

/** Somebody else's shared or kept answer: requests in flight, kept texts, a purpose that differs, cohorts of subscriptions. */
export function sharedAnswers(hub: () => AbusedHub, fedBack: () => FedBackToAll): void {
  describe('an answer that is shared', () => {
    it('is shared with nobody else: many parties that ask the same at the same time each get their own', async () => {
      const alone = new Map<string, unknown>();
      for (const asker of parties) alone.set(asker.identity, (await hub().ask(asker, everybody)).data);
      expect(new Set([...alone.values()].map((data) => JSON.stringify(data))).size).toBe(parties.length);
      const together = await Promise.all(Array.from({ length: 6 }, () => parties).flat().map(async (asker) => ({ asker, answer: await hub().ask(asker, everybody) })));
      for (const { asker, answer } of together) expect(answer.data, asker.identity).toEqual(alone.get(asker.identity));
      const [own, other] = hub().sides;
      expect(JSON.stringify(alone.get(own.lab))).toContain(own.state.commissionId);
      expect(JSON.stringify(alone.get(other.lab))).not.toContain(own.state.commissionId);
    });

    it('is no answer to a text that another party has made known: the text is kept, and asked anew for each', async () => {
      const query = 'query Kept { inspectionReports(first: 20) { totalCount nodes { id number } } }';
      const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
      const [own, other] = hub().sides;
      const numbers = (answer: { data: unknown }) => (answer.data as { inspectionReports: { nodes: { number: string }[] } }).inspectionReports.nodes.map(({ number }) => number).sort();
      expect(numbers(await hub().post({ identity: own.lab }, { query, extensions }))).toEqual([0, 1].map((n) => `QH-${own.state.run}-${n}`));
      expect(numbers(await hub().post({ identity: other.lab }, { extensions }))).toEqual([0, 1].map((n) => `QH-${other.state.run}-${n}`));
      expect((await hub().post({ identity: own.platform }, { extensions })).data).toEqual({ inspectionReports: null });
    });

    it('is another one for the same bearer under another purpose, or under none', async () => {
      const province: Asker = { identity: 'regulator-province' };
      const shops = '{ shops(first: 100) { nodes { listingsOnSale platform { id } } } }';
      const onSale = async (headers: Readonly<Record<string, string>>) => {
        const { data } = await hub().at('gateway', province, shops, {}, headers);
        const { nodes } = data?.['shops'] as unknown as { nodes: { listingsOnSale: number | null; platform: { id: string } }[] };
        return nodes.filter(({ listingsOnSale }) => listingsOnSale !== null).map(({ platform }) => platform.id);
      };
      const item = { fields: ['Shop.listingsOnSale'], holderIds: ['platform-1'], purpose, until: inDays(30) };
      const [asked] = await performAct(hub(), province, 'requestSharing', [{ idempotencyKey: randomUUID(), ...item }], { selection: 'value { id requests { id } }' });
      const [request] = asked?.value?.['requests'] as { id: string }[];
      await performAct(hub(), { identity: 'platform-1' }, 'grantSharing', [{ idempotencyKey: randomUUID(), requestId: request?.id }], { selection: 'value { id }' });
      await eventually(() => onSale({ [purposeHeader]: purpose }), (seen) => seen.length > 0);
      const answers = await Promise.all(Array.from({ length: 8 }, () => [onSale({ [purposeHeader]: purpose }), onSale({}), onSale({ [purposeHeader]: 'HAZARD_HANDLING' })]).flat());
      for (const [index, seen] of answers.entries()) {
        if (index % 3 === 0) expect([...new Set(seen)]).toEqual(['platform-1']);
        else expect(seen).toEqual([]);
      }
    });

    it('is each party’s own in a subscription too: of those who hold the same one, each was told of its own data alone', async () => {
      const told = async (identity: string, count: number) => (await fedBack().of(identity).until(count)).map(({ data }) => data.monitoringDataFedBack.monitoringData);
      const all = hub().sides.flatMap(({ state }) => state.monitoringDataIds);
      expect((await told('center', 4)).map(({ id }) => id).sort()).toEqual([...all].sort());
      expect((await told('regulator-province', 4)).every(({ plan }) => plan !== null)).toBe(true);
      for (const { platform, merchant, state } of hub().sides) {
        for (const identity of [platform, merchant]) {
          const own = await told(identity, 2);
          expect(own.map(({ id }) => id).sort(), identity).toEqual([...state.monitoringDataIds].sort());
          expect(own.map(({ plan }) => plan), identity).toEqual([null, null]);
        }
      }
      for (const identity of ['lab-1', 'lab-2', 'enterprise-1']) expect(await fedBack().of(identity).ended, identity).toMatchObject({ code: 'SHARING_NOT_IN_AUDIENCE' });
    });

    it('is another one in a subscription of the same bearer under a purpose, which holds what was granted for it', async () => {
      const lab: Asker = { identity: 'lab-1' };
      const steward: Asker = { identity: 'steward' };
      const item = { fields: ['RiskInformation.sourceText'], holderIds: ['center'], purpose: 'INSPECTION', until: inDays(30) };
      const [asked] = await performAct(hub(), { ...lab, role: 'SIGNATORY' }, 'requestSharing', [{ idempotencyKey: randomUUID(), ...item }], { selection: 'value { id requests { id } }' });
      const [request] = asked?.value?.['requests'] as { id: string }[];
      await performAct(hub(), steward, 'grantSharing', [{ idempotencyKey: randomUUID(), requestId: request?.id }], { selection: 'value { id }' });
      const query = 'subscription { riskInformationTakenIn { riskInformation { id sourceText } } }';
      const held = await Promise.all(
        [{ [purposeHeader]: 'INSPECTION' }, {}].map(async (headers) =>
          hold<{ riskInformationTakenIn: { riskInformation: { id: string; sourceText: string | null } } }>(subscriptionClient(hub().url, { authorization: `Bearer ${await hub().bearer(lab)}`, 'accept-language': 'en', ...headers }), { query }),
        ),
      );
      const takeIn = () => {
        const key = randomUUID();
        const record = { channel: 'INTERNET', productName: '电热水壶', hazardItem: '触电', scope: {}, observedOn: '2026-03-01', sourceRecord: { source: 'news', key, content: '{"of":"news"}' } };
        return performAct(hub(), { identity: 'center', role: 'ANALYST' }, 'takeInRiskInformation', [{ idempotencyKey: key, ...record }]);
      };
      const texts = (each: (typeof held)[number]) => each.received.map(({ data }) => data.riskInformationTakenIn.riskInformation.sourceText);
      // A grant is in force when the owner has heard of it.
      await eventually(async () => (await takeIn(), held.map(texts)), ([granted]) => granted?.some((text) => text !== null) ?? false);
      await eventually(async () => held.map((each) => each.received.length), ([one, other]) => one === other);
      expect(texts(held[1] as (typeof held)[number]).every((text) => text === null)).toBe(true);
      for (const each of held) await each.leave();
    }, 60_000);
  });
}
