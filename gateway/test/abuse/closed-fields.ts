import { eventually } from '@hub/kernel/testing/eventually.js';
import { describe, expect, it } from 'vitest';
import type { AbusedHub } from './abused-hub.js';

const denied = 'SHARING_FILTER_DENIED';
const province = { identity: 'regulator-province' };
const centre = { identity: 'center' };

/** Ordering, filtering, searching and counting by what may not be read. */
export function closedFields(hub: () => AbusedHub): void {
  describe('a field that is denied', () => {
    const counted = async (identity: string, list: string, args: string) => {
      const { data, errors } = await hub().ask({ identity }, `{ ${list}(${args}) { totalCount } }`);
      return (data?.[list] as unknown as { totalCount: number } | null)?.totalCount ?? errors?.[0]?.extensions['code'];
    };

    it('is no filter: of a blind sample not its number, its platform or its plan, which the centre finds it by', async () => {
      const [{ lab, state }] = hub().sides;
      const { data } = await hub().ask(centre, 'query ($id: ID!) { sample(id: $id) { number } }', { id: state.sampleIds[0] });
      const number = String((data?.['sample'] as unknown as { number: string } | undefined)?.number);
      for (const filter of [`number: "${number}"`, 'platformId: "platform-1"', `planId: "${state.planId}"`, 'sellerRegionCode: "330105"']) {
        expect(await counted(lab, 'samples', `filter: { ${filter} }`), filter).toBe(denied);
        expect(await counted('center', 'samples', `filter: { ${filter} }`), filter).toBeGreaterThan(0);
      }
      // What is refused is the same whatever is asked for: of a number that there is, or of one that there is not.
      const refused = (value: string) => hub().ask({ identity: lab }, `{ samples(filter: { number: "${value}" }) { totalCount } }`);
      expect(await refused(number)).toEqual(await refused('no such number'));
      expect((await refused(number)).errors).toMatchObject([{ extensions: { code: denied, coordinate: 'Sample.number', owner: 'monitoring-center', terms: 'sampling' } }]);
      const { data: own } = await hub().ask({ identity: lab }, 'query ($id: ID!) { sample(id: $id) { blindNumber } }', { id: state.sampleIds[0] });
      const { blindNumber } = own?.['sample'] as unknown as { blindNumber: string };
      expect(await counted(lab, 'samples', `filter: { blindNumber: "${blindNumber}" }`)).toBe(1);
      expect(await counted(hub().sides[1].lab, 'samples', `filter: { blindNumber: "${blindNumber}" }`)).toBe(0);
    });

    it('is no filter where it is masked: nobody finds a merchant by a telephone number that is starred to it', async () => {
      const own = await hub().ask({ identity: 'platform-2' }, '{ merchants(first: 20) { nodes { id contactPhone } } }');
      const { nodes } = own.data?.['merchants'] as unknown as { nodes: { id: string; contactPhone: string | null }[] };
      const phone = nodes.find(({ contactPhone }) => contactPhone !== null)?.contactPhone ?? '';
      expect(phone).not.toBe('');
      const starred = await hub().ask(province, '{ merchants(first: 100) { nodes { id contactPhone } } }');
      expect(JSON.stringify(starred.data)).toContain('***');
      expect(JSON.stringify(starred.data)).not.toContain(phone);
      expect(await counted('regulator-province', 'merchants', `filter: { contactPhone: "${phone}" }`)).toBe(denied);
      expect(await counted('platform-1', 'merchants', `filter: { contactPhone: "${phone}" }`)).toBe(0);
      expect(await counted('platform-2', 'merchants', `filter: { contactPhone: "${phone}" }`)).toBeGreaterThan(0);
    });

    it('is no filter of a platform or a merchant upon the plan that its data come from, and on rows of others it counts nothing', async () => {
      for (const { platform, merchant, merchantUscc, state } of hub().sides) {
        const [other] = hub().sides.filter((side) => side.platform !== platform);
        for (const identity of [platform, merchant]) {
          expect(await counted(identity, 'monitoringDataList', `filter: { planId: "${state.planId}" }`)).toBe(denied);
          expect(await counted(identity, 'monitoringDataList', 'filter: { productCategory: "0706" }')).toBe(denied);
          expect(await counted(identity, 'monitoringDataList', `filter: { merchantUscc: "${merchantUscc}" }`)).toBe(2);
          expect(await counted(identity, 'monitoringDataList', `filter: { merchantUscc: "${other?.merchantUscc}" }`)).toBe(0);
          expect(await counted(identity, 'monitoringDataList', `filter: { platformId: "${other?.platform}" }`)).toBe(0);
        }
        expect(await counted('center', 'monitoringDataList', `filter: { planId: "${state.planId}" }`)).toBe(2);
      }
    });

    it('is no order, and a list that is closed tells no count, no page and no cursor by any order', async () => {
      for (const order of ['PURCHASED_AT', 'PRODUCT_NAME']) {
        const query = `{ purchases(first: 1, orderBy: { field: ${order} }) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } }`;
        for (const identity of ['lab-1', 'platform-1', 'merchant-1']) {
          const answer = await hub().ask({ identity }, query);
          expect(answer.data).toEqual({ purchases: null });
          expect(answer.errors).toMatchObject([{ extensions: { coordinate: 'Query.purchases' } }]);
        }
        expect((await hub().ask(centre, query)).data).toMatchObject({ purchases: { totalCount: 4, pageInfo: { hasNextPage: true } } });
      }
    });

    const eventsOf = async (identity: string, kinds: readonly string[]) => {
      const { data } = await hub().ask({ identity }, 'query ($kinds: [String!]) { exchangeEvents(first: 100, kinds: $kinds) { nodes { id } } }', { kinds });
      return (data?.['exchangeEvents'] as unknown as { nodes: object[] }).nodes.length;
    };

    it('is found by no search: neither the feed, the desks nor the catalogue find by text or kind what they do not show', async () => {
      for (const identity of ['lab-1', 'platform-1', 'merchant-1']) {
        expect(await eventsOf(identity, ['PurchaseRecorded', 'MonitoringPlanIssued', 'WorkPlanStarted'])).toBe(0);
        expect(await counted(identity, 'duties', 'filter: { partyId: "center" }')).toBe(0);
        const catalogued = async (text: string) => (await hub().ask({ identity }, `{ resourceCatalog(text: "${text}") { type } }`)).data?.['resourceCatalog'];
        expect(await catalogued('north')).toEqual([]);
        // The same search finds what the catalogue is about: no row stands in it.
        expect(await catalogued('Sample')).toContainEqual({ type: 'Sample' });
      }
      expect(await eventsOf('center', ['PurchaseRecorded'])).toBe(4);
      expect(await counted('platform-1', 'listings', 'filter: { title: "晴川" }')).toBe(0);
      expect(await counted('platform-2', 'listings', 'filter: { title: "晴川" }')).toBeGreaterThan(0);
    });

    it('is found by no search of the library, neither counted nor in a facet, and nothing like it either', async () => {
      const query = `query ($text: String!, $criteria: SearchCriteria) { search(text: $text, criteria: $criteria, first: 50) {
        totalCount corrected nodes { record { __typename ... on Sample { id } } } facets { type { value count } category { value count } sellerRegion { value count } } } }`;
      interface Found {
        readonly totalCount: number;
        readonly corrected: boolean;
        readonly nodes: readonly { readonly record: { readonly __typename: string; readonly id?: string } | null }[];
        readonly facets: Readonly<Record<string, readonly object[]>>;
      }
      const found = async (identity: string, text: string, criteria: object = {}) => (await hub().ask({ identity }, query, { text, criteria })).data?.['search'] as unknown as Found;
      const nothing = { totalCount: 0, corrected: false, nodes: [], facets: { type: [], category: [], sellerRegion: [] } };
      for (const { lab, state } of hub().sides) {
        const [id] = state.sampleIds;
        const { data } = await hub().ask(centre, 'query ($id: ID!) { sample(id: $id) { number blindNumber } }', { id });
        const { number, blindNumber } = data?.['sample'] as unknown as { number: string; blindNumber: string };
        // Owners are asked for what is new in their own time.
        await eventually(() => found('center', number), ({ nodes }) => nodes.some(({ record }) => record?.id === id));
        await eventually(() => found(lab, blindNumber), ({ nodes }) => nodes.some(({ record }) => record?.id === id));
        const misspelt = `${number.slice(0, -1)}${number.endsWith('9') ? '8' : '9'}`;
        for (const identity of ['lab-1', 'lab-2', 'platform-1', 'platform-2', 'merchant-1', 'merchant-2']) {
          for (const text of [number, misspelt]) expect(await found(identity, text), `${identity}, ${text}`).toMatchObject(nothing);
          if (identity !== lab) expect(await found(identity, blindNumber), identity).toMatchObject(nothing);
          // A condition on what is denied matches nothing, though the words may be read.
          expect(await found(identity, blindNumber, { sellerRegionCode: '33' }), identity).toMatchObject(nothing);
        }
      }
    });

    it('leaves no place by the cursor of a hidden row: it is refused as one of no row', async () => {
      const [own, other] = hub().sides;
      const page = async (id = '') => {
        const after = Buffer.from(`InspectionReport:${id}`).toString('base64url');
        return hub().ask({ identity: own.lab }, 'query ($after: String) { inspectionReports(first: 5, after: $after) { totalCount nodes { id } } }', { after });
      };
      expect(await page(other.state.inspectionReportIds[0])).toEqual(await page('00000000-0000-4000-8000-000000000000'));
      expect(await page(other.state.inspectionReportIds[0])).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_INVALID' } }] });
      expect((await page(own.state.inspectionReportIds[0])).errors).toBeUndefined();
    });
  });
}
