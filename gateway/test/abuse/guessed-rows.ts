import { describe, expect, it } from 'vitest';
import type { AbusedHub, Place } from './abused-hub.js';
import { Shape } from './shape.js';
import { madeBy, tracesIn, type Side } from './sides.js';

const nowhere = '00000000-0000-4000-8000-000000000000';

/** Another party's row: by guessed id, by alias, by fragment, by `_entities` and by what a representation brings along. */
export function guessedRows(hub: () => AbusedHub): void {
  describe('another party’s row, whose id was guessed', () => {
    it('is not there, whatever way leads to it by id, and answers as an id that there is not', async () => {
      const shape = await Shape.of(hub());
      const gave: string[] = [];
      for (const [index, own] of hub().sides.entries()) {
        const other = hub().sides[1 - index] as Side;
        for (const identity of [own.lab, own.platform, own.merchant]) {
          for (const [type, ids] of Object.entries(madeBy(other))) {
            for (const field of shape.byId(type)) {
              const ask = async (id: string) => JSON.stringify(await hub().ask({ identity }, `query ($id: ID!) { found: ${field}(id: $id) { id } whole: ${field}(id: $id) ${shape.selectionOf(type)} }`, { id }));
              const theirs = await ask(ids[0] ?? '');
              expect(theirs.replaceAll(ids[0] ?? '', nowhere), `${identity}: ${field}`).toBe(await ask(nowhere));
              const mine = madeBy(own)[type]?.[0] ?? '';
              if ((await ask(mine)).includes(mine)) gave.push(`${identity}: ${field}`);
            }
          }
        }
      }
      // By the same ways each has its own.
      expect(gave).toEqual(expect.arrayContaining(['lab-1: inspectionReport', 'lab-2: inspectionReport', 'lab-1: sample', 'lab-2: sample', 'lab-1: inspectionCommission', 'platform-1: monitoringData', 'platform-2: monitoringData', 'merchant-1: monitoringData', 'merchant-2: monitoringData']));
      expect(gave.filter((way) => /purchase|Plan|evidence|assessment|samplingOrder/i.test(way))).toEqual([]);
    }, 120_000);

    it('is not there under an alias beside one’s own, nor is a denied field under the name of an open one', async () => {
      const [own, other] = hub().sides;
      const query = `query ($mine: ID!, $theirs: ID!) {
        theirs: sample(id: $mine) { id number: blindNumber blindNumber: number productKind: productName } mine: sample(id: $theirs) { id number: blindNumber blindNumber: number } }`;
      const answer = await hub().ask({ identity: own.lab }, query, { mine: own.state.sampleIds[0], theirs: other.state.sampleIds[0] });
      expect(answer.data).toEqual({ theirs: { id: own.state.sampleIds[0], number: expect.any(String) as string, blindNumber: null, productKind: null }, mine: null });
      expect(answer.errors?.map(({ extensions }) => extensions['coordinate']).sort()).toEqual(['Sample.number', 'Sample.productName']);
    });

    it('is not there through fragments, and a fragment opens no field', async () => {
      const [own, other] = hub().sides;
      const query = `query ($mine: ID!, $theirs: ID!) { mine: inspectionReport(id: $mine) { ...Report } theirs: inspectionReport(id: $theirs) { ...Report ... on InspectionReport { state } } }
        fragment Report on InspectionReport { ...Number ... on InspectionReport { sample { ...Bought } } } fragment Number on InspectionReport { number } fragment Bought on Sample { blindNumber purchase { id merchantName } }`;
      const variables = { mine: own.state.inspectionReportIds[0], theirs: other.state.inspectionReportIds[0] };
      const { data, errors } = await hub().ask({ identity: own.lab }, query, variables);
      // What the other's row is made of is not even refused: there is none.
      expect(errors?.map(({ path }) => path)).toEqual([['mine', 'sample', 'purchase']]);
      expect(data).toEqual({ mine: { number: `QH-${own.state.run}-0`, sample: { blindNumber: expect.any(String) as string, purchase: null } }, theirs: null });
      const centre = await hub().ask({ identity: 'center' }, query, variables);
      expect(centre.data).toMatchObject({ mine: { sample: { purchase: { id: own.state.purchaseIds[0] } } }, theirs: { number: `QH-${other.state.run}-0` } });
    });

    it('is not there by reference at any owner’s own port, under any type, whatever the reference says of itself', async () => {
      const [own, other] = hub().sides;
      const ids = [...new Set(Object.values(madeBy(other)).flat())];
      for (const owner of hub().owners) {
        const shape = await Shape.of({ ask: (asker, query) => hub().at(owner, asker, query) });
        for (const type of shape.entities) {
          // The key is left out: of a stub it is echoed to whoever brought it.
          const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} ${shape.selectionOf(type)} } }`;
          for (const identity of [own.lab, own.platform, own.merchant]) {
            const at = `${identity}: ${type} at ${owner}`;
            const ask = (those: readonly string[]) => hub().at(owner, { identity }, query, { r: those.map((id) => forged(type, id, identity)) });
            const answer = await ask(ids);
            expect(answer.data?.['_entities'], at).toHaveLength(ids.length);
            expect(tracesIn(JSON.stringify(answer), other), at).toEqual([]);
            expect(answer, at).toEqual(await ask(ids.map(() => nowhere)));
          }
        }
      }
    }, 120_000);

    it('is there by reference for whose it is', async () => {
      const [{ lab, platform, state }] = hub().sides;
      const [reportId, dataId] = [state.inspectionReportIds[0], state.monitoringDataIds[0]];
      const ask = async (place: Place, identity: string, type: string, field: string, id = '') =>
        (await hub().at(place, { identity }, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${field} } } }`, { r: [forged(type, id, identity)] })).data;
      expect(await ask('labs', lab, 'InspectionReport', 'number', reportId)).toEqual({ _entities: [{ number: `QH-${state.run}-0` }] });
      expect(await ask('platforms', platform, 'MonitoringDataAcknowledgement', 'state', dataId)).toEqual({ _entities: [{ state: 'ACKNOWLEDGED' }] });
      expect(await ask('monitoring-center', platform, 'MonitoringData', 'listingItemId', dataId)).toEqual({ _entities: [{ listingItemId: `ITEM-${state.run}-0` }] });
    });
  });
}

/** A reference that brings stamps and values along, as if a row or an answer to `@requires` stood behind it. */
function forged(__typename: string, id: string, party: string): object {
  const stamps = { holder: party, concerned: [party], state: 'ISSUED', reached: ['ISSUED', 'FED_BACK', 'COMMISSIONED', 'SHOWN'], sellerRegion: '330105' };
  const values = { holderId: party, partyId: party, labId: party, lab: { __typename: 'Lab', id: party }, platform: { __typename: 'Platform', id: party }, centerId: 'center' };
  return { __typename, id, code: id, ...stamps, ...values };
}
