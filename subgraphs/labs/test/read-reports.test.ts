import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays, labsUnderTest, leakage, result, text, type GivenCommission, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
let ofLab1: GivenCommission;
let ofLab2: GivenCommission;
const reports: Record<string, string> = {};

beforeAll(async () => {
  hub = await labsUnderTest();
  ofLab1 = await hub.acceptedCommission('lab-1', { samples: 2 });
  ofLab2 = await hub.acceptedCommission('lab-2');
  const failed = [result(leakage, { measured: '0.9', verdict: 'NONCONFORMING' }), text()];
  await issue('failed', 'lab-1', ofLab1, 0, { number: 'QH-1', results: failed });
  await issue('passed', 'lab-1', ofLab1, 1, { number: 'QH-2' });
  await issue('theirs', 'lab-2', ofLab2, 0, { number: 'BL-1' });
});
afterAll(() => hub.close());

async function issue(name: string, lab: string, commission: GivenCommission, sample: number, change: object): Promise<void> {
  reports[name] = (await hub.issued(lab, commission, change, sample)).id;
}

const list = `query ($filter: InspectionReportFilter) { inspectionReports(filter: $filter) { totalCount nodes { id number } } }`;
interface List {
  inspectionReports: { totalCount: number; nodes: { id: string; number: string }[] };
}
const listed = async (identity: string, filter: object = {}) => {
  const { inspectionReports } = (await hub.ask<List>(identity, list, { filter })).data;
  expect(inspectionReports.totalCount).toBe(inspectionReports.nodes.length);
  return inspectionReports.nodes.map(({ number }) => number).sort();
};
const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on InspectionCommission { id acceptance { id state } reports { number } }
  ... on Sample { id reports { number } }
  ... on InspectionReport { number }
  ... on CommissionAcceptance { state } } }`;

describe('inspection reports are read', () => {
  it('by their lab, the centre and the regulator that ordered; a lab sees nothing of another', async () => {
    expect(await listed('center')).toEqual(['BL-1', 'QH-1', 'QH-2']);
    expect(await listed('regulator-province')).toEqual(['BL-1', 'QH-1', 'QH-2']);
    expect(await listed('regulator-city')).toEqual([]);
    expect(await listed('lab-1')).toEqual(['QH-1', 'QH-2']);
    expect(await listed('lab-2')).toEqual(['BL-1']);
    expect(await listed('lab-2', { number: 'QH-1' })).toEqual([]);
    expect(await listed('lab-2', { commissionId: ofLab1.id })).toEqual([]);
    expect(await listed('lab-2', { conclusion: ['NONCONFORMING'] })).toEqual([]);

    const read = 'query ($id: ID!) { inspectionReport(id: $id) { number } }';
    expect((await hub.ask('lab-1', read, { id: reports['failed'] })).data).toEqual({ inspectionReport: { number: 'QH-1' } });
    expect((await hub.ask('lab-2', read, { id: reports['failed'] })).data).toEqual({ inspectionReport: null });
    for (const identity of ['platform-1', 'merchant-1']) {
      const answer = await hub.ask(identity, list);
      expect(answer.data).toEqual({ inspectionReports: null });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);
    }
  });

  it('by conclusion, commission, number and time', async () => {
    expect(await listed('center', { conclusion: ['NONCONFORMING'] })).toEqual(['QH-1']);
    expect(await listed('center', { conclusion: ['CONFORMING', 'NOT_JUDGED'] })).toEqual(['BL-1', 'QH-2']);
    expect(await listed('center', { commissionId: ofLab2.id })).toEqual(['BL-1']);
    expect(await listed('center', { number: 'QH-2' })).toEqual(['QH-2']);
    expect(await listed('center', { issuedFrom: inDays(-1), issuedUntil: inDays(1) })).toHaveLength(3);
    expect(await listed('center', { issuedFrom: inDays(1) })).toEqual([]);
    expect(await listed('center', { issuedUntil: inDays(-1) })).toEqual([]);
    const { issuedAt } = await hub.database.inspectionReport.findFirstOrThrow({ where: { number: 'QH-2' } });
    expect(issuedAt).not.toBeNull();
    expect(await listed('center', { number: 'QH-2', issuedFrom: issuedAt })).toEqual(['QH-2']);
    expect(await listed('center', { number: 'QH-2', issuedUntil: issuedAt })).toEqual([]);
  });

  it('with the three persons open to the lab, starred to an analyst, hashed to the regulator, and closed to others of the centre', async () => {
    const read = 'query ($id: ID!) { inspectionReport(id: $id) { preparedBy reviewedBy approvedBy } }';
    const persons = (asker: Parameters<LabsUnderTest['ask']>[0]) => hub.ask(asker, read, { id: reports['failed'] });
    expect((await persons('lab-1')).data).toEqual({
      inspectionReport: { preparedBy: 'lab-1.1', reviewedBy: 'lab-1.2', approvedBy: 'lab-1.3' },
    });
    expect((await persons('center')).data).toEqual({ inspectionReport: { preparedBy: 'l***1', reviewedBy: 'l***2', approvedBy: 'l***3' } });
    expect((await persons('regulator-province')).data).toMatchObject({ inspectionReport: { preparedBy: expect.stringMatching(/^hmac-sha-256:/) } });
    const storekeeper = await persons({ identity: 'center', role: 'STOREKEEPER' });
    expect(storekeeper.data).toEqual({ inspectionReport: { preparedBy: null, reviewedBy: null, approvedBy: null } });
    expect(storekeeper.errors).toHaveLength(3);
  });

  it('on the centre’s commissions and samples, and as entities, each party its own part', async () => {
    const representations = [
      { __typename: 'InspectionCommission', id: ofLab1.id },
      { __typename: 'Sample', id: ofLab1.sampleIds[1] },
      { __typename: 'InspectionReport', id: reports['failed'] },
      { __typename: 'CommissionAcceptance', id: ofLab1.id },
    ];
    const asked = async (identity: string) => (await hub.ask<{ _entities: unknown }>(identity, entities, { representations })).data._entities;
    const whole = [
      { id: ofLab1.id, acceptance: { id: ofLab1.id, state: 'REPORTED' }, reports: [{ number: 'QH-1' }, { number: 'QH-2' }] },
      { id: ofLab1.sampleIds[1], reports: [{ number: 'QH-2' }] },
      { number: 'QH-1' },
      { state: 'REPORTED' },
    ];
    expect(await asked('center')).toEqual(whole);
    expect(await asked('lab-1')).toEqual(whole);
    for (const identity of ['lab-2', 'regulator-city']) {
      expect(await asked(identity)).toEqual([
        { id: ofLab1.id, acceptance: null, reports: [] },
        { id: ofLab1.sampleIds[1], reports: [] },
        null,
        null,
      ]);
    }
    // What is contributed is closed to a platform; the keys that it sent come back as it sent them.
    expect(await asked('platform-1')).toEqual([
      { id: ofLab1.id, acceptance: null, reports: null },
      { id: ofLab1.sampleIds[1], reports: null },
      null,
      null,
    ]);
  });

  it('in as many statements for one commission as for many', async () => {
    const more = await Promise.all([1, 2, 3, 4].map(() => hub.acceptedCommission('lab-1')));
    for (const commission of more) await hub.issued('lab-1', commission);
    const statementsFor = async (commissions: readonly GivenCommission[]) => {
      const representations = commissions.flatMap(({ id, sampleIds }) => [
        { __typename: 'InspectionCommission', id },
        { __typename: 'Sample', id: sampleIds[0] },
      ]);
      const { statements } = await statementsOf(() => hub.ask('center', entities, { representations }));
      return statements.filter(({ sql }) => /commission_acceptance|inspection_report/.test(sql)).length;
    };
    expect(await statementsFor([ofLab1])).toBe(3);
    expect(await statementsFor([ofLab1, ofLab2, ...more])).toBe(3);
    const page = '{ commissionAcceptances(first: 50) { totalCount nodes { lab { id cma { validUntil } } commission { reports { number lab { id } } } } } }';
    const { statements } = await statementsOf(() => hub.ask('center', page));
    // The page, its count, the labs, the reports; the labs of the reports are loaded already.
    expect(statements.filter(({ sql }) => /SELECT/.test(sql) && !/kernel/.test(sql))).toHaveLength(4);
  });
});

describe('buying is blind (5.2.2)', () => {
  it('what reaches a lab of a commission is the blind number, the kind of product and the items', async () => {
    const row = await hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id: ofLab1.id } });
    const samples = row.samples as Record<string, unknown>[];
    expect(samples.map((sample) => Object.keys(sample).sort())).toEqual(Array(2).fill(['blindNumber', 'id', 'productKind', 'quantity']));
    const columns = await hub.database.$queryRaw<{ column_name: string }[]>`
      SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'`;
    expect(columns.length).toBeGreaterThan(30);
    expect(columns.filter(({ column_name }) => /shop|merchant|seller|price|invoice|order|buyer|brand|platform/i.test(column_name))).toEqual([]);
  });

  it('an event that carried more than a lab may know would leave nothing of it here', async () => {
    const { id } = await hub.commission('lab-1', { smuggled: { shopName: '某某旗舰店', price: '12.50' } });
    const row = await hub.database.commissionAcceptance.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toMatch(/旗舰店|12\.50/);
  });
});
