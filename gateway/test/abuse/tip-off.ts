import { eventually } from '@hub/kernel/testing/eventually.js';
import { describe, expect, it } from 'vitest';
import type { GraphqlAnswer } from '../../../scripts/src/asking/asked-hub.js';
import type { AbusedHub } from './abused-hub.js';

const outsiders = ['platform-1', 'platform-2', 'lab-2', 'merchant-1'] as const;
const types = ['MonitoringPlan', 'WorkPlan', 'SamplingOrder', 'Purchase', 'Sample', 'InspectionCommission', 'MonitoringData', 'HazardHandling'];
const perRequest = 40;
/** As it is, for a purpose, and for a row in a state that would open it. */
const ways = ['', ', purpose: SUPERVISION', ', purpose: RISK_ASSESSMENT, state: "FED_BACK"', ', state: "ISSUED"'];

/** All that explanations and catalogue tell outsiders of what is bought blind. */
export async function explainedToOutsiders(hub: AbusedHub): Promise<readonly string[]> {
  const told: string[] = [];
  for (const identity of outsiders) {
    const catalogue = await hub.ask({ identity }, 'query ($type: [String!]) { resourceCatalog(type: $type) { type holders records newestChange holdings { holderId records newestChange } fields { coordinate terms class audience { kinds rows visibleFrom } } } }', { type: types });
    requireAnswer(catalogue);
    const resources = catalogue.data?.['resourceCatalog'] as unknown as { fields: { coordinate: string }[] }[];
    const coordinates = resources.flatMap(({ fields }) => fields.map(({ coordinate }) => coordinate));
    told.push(`${identity}: ${JSON.stringify(catalogue)}`);
    const asked = ways.flatMap((way) => coordinates.map((coordinate) => `explainSharing(coordinate: "${coordinate}"${way}) { coordinate outcome mask clauses { conditions { condition wanted holds } } }`));
    for (let from = 0; from < asked.length; from += perRequest) {
      const fields = asked.slice(from, from + perRequest).map((field, n) => `f${n}: ${field}`);
      const explained = requireAnswer(await hub.ask({ identity }, `{ ${fields.join(' ')} }`));
      expect(Object.values(explained.data ?? {}).filter((each) => !(each as { outcome?: unknown } | null)?.outcome)).toEqual([]);
      told.push(`${identity}: ${JSON.stringify(explained)}`);
    }
    // About others they are told nothing at all, whatever there is.
    const ofOthers = await hub.ask({ identity }, '{ explainSharing(coordinate: "Purchase.price", partyId: "center") { outcome } }');
    expect(ofOthers.errors?.map(({ extensions }) => extensions['code'])).toEqual(['EXPLANATION_OF_OTHERS']);
    told.push(`${identity}: ${JSON.stringify(ofOthers)}`);
  }
  return told;
}

/** What is refused is the same before and after too, and proves nothing. */
function requireAnswer(answer: GraphqlAnswer): GraphqlAnswer {
  expect({ status: answer.status, errors: answer.errors }).toEqual({ status: 200, errors: undefined });
  return answer;
}

/** The tip-off: who is bought from, or looked at, must not learn it by who reads, or by what would be open to it (5.2.2). */
export function tipOff(hub: () => AbusedHub, before: () => readonly string[]): void {
  describe('a tip-off', () => {
    it('is not in explanations and catalogue: they tell outsiders the same when plans, purchases and data are there as before', async () => {
      expect(before().length).toBeGreaterThan(outsiders.length);
      expect(await explainedToOutsiders(hub())).toEqual(before());
      // The centre is told how many there are by then: both sides have bought twice.
      const counted = async () => (await hub().ask({ identity: 'center' }, '{ resourceCatalog(type: ["Purchase"]) { records } }')).data?.['resourceCatalog'];
      await eventually(counted, (resources) => JSON.stringify(resources) === '[{"records":4}]');
      const explain = '{ explainSharing(coordinate: "Purchase.price") { outcome } }';
      expect((await hub().ask({ identity: 'platform-1' }, explain)).data).toEqual({ explainSharing: { outcome: 'CLOSED' } });
      expect((await hub().ask({ identity: 'center' }, explain)).data).toEqual({ explainSharing: { outcome: 'ON_CERTAIN_ROWS' } });
    });

    it('is not in the read log: what the centre and the regulator of an open plan look at of a platform is no record, no count and no gap there', async () => {
      const { data } = await hub().ask({ identity: 'merchant-1' }, '{ listings(first: 1) { nodes { id platform { id } } } }');
      const [listing] = (data?.['listings'] as unknown as { nodes: { id: string; platform: { id: string } }[] }).nodes;
      const read = async (identity: string, name: string) => {
        const answer = await hub().at('gateway', { identity }, 'query ($id: ID!) { listing(id: $id) { title } }', { id: listing?.id }, { 'x-request-id': name });
        expect(answer.data).toMatchObject({ listing: { title: expect.any(String) as string } });
      };
      const records = async (identity: string, filter: object) => {
        const query = 'query ($filter: AccessRecordFilter) { accessRecords(first: 100, filter: $filter) { totalCount nodes { id state } pageInfo { hasNextPage } } }';
        const answer = await hub().ask({ identity }, query, { filter });
        return answer.data?.['accessRecords'] as unknown as { totalCount: number; nodes: { id: string; state: string }[]; pageInfo: object };
      };
      await read('center', 'abuse-centre');
      await read('regulator-province', 'abuse-province');
      // What is read after them, by one who has no plan, shows: what does not show by then is hidden.
      await read('merchant-1', 'abuse-merchant');
      const shown = await eventually(() => records('auditor', { request: 'abuse-merchant' }), ({ nodes }) => nodes[0]?.state === 'SHOWN');
      const hidden = [...(await records('auditor', { request: 'abuse-centre' })).nodes, ...(await records('auditor', { request: 'abuse-province' })).nodes];
      expect(hidden.map(({ state }) => state)).toEqual(['EMBARGOED', 'EMBARGOED']);
      const platforms = await records(listing?.platform.id ?? '', {});
      expect(platforms.nodes.map(({ id }) => id)).toContain(shown.nodes[0]?.id);
      expect(platforms.nodes.filter(({ id }) => hidden.some((each) => each.id === id))).toEqual([]);
      expect(platforms).toMatchObject({ totalCount: platforms.nodes.length, pageInfo: { hasNextPage: false } });
      expect(await records(listing?.platform.id ?? '', { partyId: ['center', 'regulator-province'] })).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } });
    });
  });
}
