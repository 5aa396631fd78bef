import { eventually } from '@hub/kernel/testing/eventually.js';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays, sharingDesk, signatory, steward, type SharingDesk } from './sharing-desk.js';

let desk: SharingDesk;
beforeAll(async () => {
  desk = await sharingDesk();
});
afterAll(() => desk.hub.close());

interface Explained {
  readonly party: { readonly id: string };
  readonly role: string;
  readonly outcome: string;
  readonly clauses: readonly { readonly clause: { readonly kinds: readonly string[]; readonly rows: string }; readonly conditions: readonly { readonly condition: string; readonly wanted: string; readonly holds: boolean | null }[] }[];
}

const query = `query ($coordinate: String!, $partyId: ID, $role: String, $purpose: SharingPurpose, $state: String) {
  explainSharing(coordinate: $coordinate, partyId: $partyId, role: $role, purpose: $purpose, state: $state) {
    party { id } role outcome clauses { clause { kinds rows } conditions { condition wanted holds } }
  }
}`;

const explained = async (asker: Asker, coordinate: string, about: object = {}) => {
  const { data, errors } = await desk.hub.ask<{ explainSharing: Explained }>(asker, query, { coordinate, ...about });
  expect(errors).toBeUndefined();
  return data.explainSharing;
};
const refusal = async (asker: Asker, coordinate: string, about: object = {}) => {
  const { data, errors } = await desk.hub.ask(asker, query, { coordinate, ...about });
  expect(data?.['explainSharing']).toBeNull();
  return errors?.map(({ message, extensions }) => [extensions?.['code'], message]);
};

describe('whether a party would see a field, and why (共享解释, 5.4.3 d)', () => {
  it('is told to each party about itself, clause by clause: what holds, what does not, what depends on the row', async () => {
    const price = await explained('platform-1', 'Purchase.price');
    expect(price).toMatchObject({ party: { id: 'platform-1' }, role: 'OFFICER', outcome: 'CLOSED' });
    expect(price.clauses.length).toBeGreaterThan(0);
    for (const { conditions } of price.clauses) expect(conditions[0]).toMatchObject({ condition: 'KIND', holds: false });

    const data = await explained('platform-1', 'MonitoringData.conclusion');
    expect(data.outcome).toBe('ON_CERTAIN_ROWS');
    expect(data.clauses.find(({ clause }) => clause.kinds.includes('PLATFORM'))?.conditions).toEqual(
      expect.arrayContaining([
        { condition: 'KIND', wanted: expect.stringContaining('PLATFORM') as string, holds: true },
        { condition: 'ROWS', wanted: 'CONCERNED', holds: null },
      ]),
    );
    expect((await explained('lab-1', 'Participant.name')).outcome).toBe('OPEN');
  });

  it('is told for a state that a row has reached, where one is named', async () => {
    const ofState = async (about: object) =>
      (await explained('platform-1', 'MonitoringData.conclusion', about)).clauses.flatMap(({ clause, conditions }) => (clause.kinds.includes('PLATFORM') ? conditions : [])).find(({ condition }) => condition === 'STATE');
    expect(await ofState({})).toEqual({ condition: 'STATE', wanted: 'FED_BACK', holds: null });
    expect(await ofState({ state: 'FED_BACK' })).toEqual({ condition: 'STATE', wanted: 'FED_BACK', holds: true });
  });

  it('is told about others to who operates the field’s owner, and to the centre’s data steward', async () => {
    expect(await refusal('lab-1', 'Purchase.price', { partyId: 'platform-1' })).toEqual([
      ['EXPLANATION_OF_OTHERS', 'What the terms of Purchase.price give another party is told to who owns the field (monitoring-center) and to data stewards of the centre. Leave partyId and role out to ask about yourself.'],
    ]);
    expect(await refusal('platform-1', 'Lab.signatories', { partyId: 'platform-2' })).toMatchObject([['EXPLANATION_OF_OTHERS', expect.anything()]]);
    expect(await refusal('platform-1', 'Purchase.price', { role: 'ANALYST' })).toMatchObject([['EXPLANATION_OF_OTHERS', expect.anything()]]);
    expect(await explained('center', 'Purchase.price', { partyId: 'platform-1' })).toMatchObject({ party: { id: 'platform-1' }, outcome: 'CLOSED' });
    expect(await explained(steward, 'Lab.signatories', { partyId: 'regulator-city', role: 'OFFICER' })).toMatchObject({ party: { id: 'regulator-city' }, outcome: 'ON_APPLICATION' });
  });

  it('counts what the desk has granted for the purpose, and to whom alone it was granted', async () => {
    const applicant = { identity: 'regulator-city', role: 'OFFICER' };
    const asking = { purpose: 'HAZARD_HANDLING' };
    expect((await explained(applicant, 'Lab.signatories', asking)).outcome).toBe('ON_APPLICATION');
    const [request] = await desk.apply(applicant, { holderIds: ['lab-1'] });
    await desk.done(signatory('lab-1'), 'grantSharing', { requestId: request?.id, until: inDays(30) });
    await eventually(async () => (await explained(applicant, 'Lab.signatories', asking)).outcome, (outcome) => outcome === 'ON_CERTAIN_ROWS');
    expect((await explained(applicant, 'Lab.signatories', { purpose: 'STATISTICS' })).outcome).toBe('ON_APPLICATION');
    // What is missing besides the grant is named in applying.
    expect((await explained('regulator-province', 'Shop.listingsOnSale')).outcome).toBe('ON_APPLICATION');
    expect((await explained({ identity: 'regulator-county', role: 'OFFICER' }, 'Lab.signatories', asking)).outcome).toBe('ON_APPLICATION');
    // The other lab operates the owner too, and does not learn what lab-1 has granted.
    expect((await explained(signatory('lab-2'), 'Lab.signatories', { partyId: 'regulator-city', role: 'OFFICER', ...asking })).outcome).toBe('ON_APPLICATION');
    expect((await explained(signatory('lab-1'), 'Lab.signatories', { partyId: 'regulator-city', role: 'OFFICER', ...asking })).outcome).toBe('ON_CERTAIN_ROWS');
    expect((await explained(steward, 'Lab.signatories', { partyId: 'regulator-city', role: 'OFFICER', ...asking })).outcome).toBe('ON_CERTAIN_ROWS');
  });

  it('names what is asked for wrongly: a field that there is not, a party that there is not', async () => {
    expect(await refusal('lab-1', 'Purchase.wrong')).toMatchObject([['COORDINATE_UNKNOWN', expect.stringContaining('resourceCatalog')]]);
    expect(await refusal(steward, 'Purchase.price', { partyId: 'nobody' })).toMatchObject([['NOT_FOUND', expect.stringContaining('nobody')]]);
  });
});
