import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/labs.js';
import { afterAll, beforeAll } from 'vitest';
import type { LabsDatabase } from '../src/repository/database.js';
import { labsService } from '../src/service.js';

let hub: SubgraphUnderTest<LabsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(labsService);
});
afterAll(() => hub.close());

const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({
  holder,
  concerned: [...concerned],
  state,
  reached: [...reached],
});
const now = new Date('2026-03-01T00:00:00Z');
const acted = { userId: 'u', partyId: 'p', role: 'TECHNICIAN', at: now.toISOString() };
const accreditation = { certificateNumber: 'c', validFrom: '2024-01-01', validUntil: '2030-01-01' };
// "a" is what the suite filters by.
const scope = [{ itemCode: 'a', itemName: 'an item', standardNumber: 'GB 1', standardVersion: 'v', site: 'a site' }];
const sampleId = 'a-sample';
const itemKey = { itemCode: 'a', standardNumber: 'GB 1', standardVersion: 'v' };
const subItem = {
  name: 'a part',
  basis: { kind: 'LAW', reference: 'a law' },
  limitKind: 'MAXIMUM',
  limit: '0.75',
  unit: 'mA',
  rounding: 'ROUNDED_VALUE',
  decisionRule: 'GUARD_BAND',
};
// By replicates where it is recorded, by a value below its limit of quantification where it is reported.
const repeated = { specimen: 'one', replicates: { values: ['0.12', '0.14'], rule: 'MEAN', places: 2 }, uncertainty: '0.01', verdict: 'CONFORMING' };
const below = { specimen: 'one', measured: '<LOQ', reportingLimit: '0.05', uncertainty: '0.01', verdict: 'CONFORMING' };
const resultGiven = (specimen: object) => ({ ...itemKey, subcontractor: { name: 'a lab', cmaCertificateNumber: 'c', reportNumber: 'r' }, subItems: [{ ...subItem, specimens: [specimen] }] });
const specimenKept = { specimen: 'one', measured: '0.13', reportingLimit: null, replicates: { values: ['0.12', '0.14'], rule: 'MEAN' }, uncertainty: '0.01', proposed: 'CONFORMING', verdict: 'CONFORMING' };
// A reviewer has a reason to sign for it.
const resultKept = {
  ...itemKey,
  itemName: 'an item',
  clause: null,
  inScope: true,
  subcontractor: { labId: 'lab-2', name: 'a lab', cmaCertificateNumber: 'c', reportNumber: 'r' },
  verdict: 'CONFORMING',
  subItems: [{ ...subItem, specimens: [specimenKept], decisionRule: 'NO_RULE', verdict: 'CONFORMING', judgement: null }],
  failure: null,
};
const file = { hash: `sha-256:${'a'.repeat(64)}`, size: 1, mediaType: 'image/jpeg', name: 'n' };

/** Commissions, receipts and reports lead to their lab, so the holder must be one. */
function labOf({ holder }: MatrixRow): Promise<unknown> {
  const lab = { cma: accreditation, cnas: accreditation, scope, holder, concerned: [], state: 'RECORDED', reached: ['RECORDED'] };
  const written = labs.get(holder) ?? hub.database.lab.createMany({ data: [{ id: holder, ...lab }], skipDuplicates: true });
  labs.set(holder, written);
  return written;
}
const labs = new Map<string, Promise<unknown>>();

const commissioned = (row: MatrixRow, number: number) => ({
  id: randomUUID(),
  number: `WT-${number}`,
  centerId: 'center',
  agreedDueAt: new Date('2099-01-01T00:00:00Z'),
  testItems: [{ code: 'a', name: 'an item', standardNumber: 'GB 1', standardVersion: 'v', clause: null }],
  subcontractingAllowed: true,
  samples: [{ id: sampleId, blindNumber: 'b', productKind: 'k', quantity: 1 }],
  blind: true,
  receivedAt: now,
  cause: 'x:y',
  answered: acted,
  promisedAt: now,
  reason: 'a reason',
  withdrawalReason: 'a reason',
  ...stamps(row),
});

const received = (row: MatrixRow) => ({
  id: randomUUID(),
  commissionId: randomUUID(),
  sampleId,
  blindNumber: 'b',
  productKind: 'k',
  quantity: 1,
  expectedSince: now,
  dispatch: { sealNumber: 's', quantity: 1, carrier: 'c', waybill: 'w', dispatchedAt: now.toISOString() },
  receivedAt: now,
  received: acted,
  appearance: 'a',
  condition: 'c',
  sealNumber: 's',
  sealIntact: true,
  mayAffectResult: 'm',
  photos: [file],
  storage: { place: 'p', temperature: null, humidity: null, since: now.toISOString() },
  custodian: `${row.holder}.1`,
  ...stamps(row),
});

/** A key of a signatory of its own, so that as many are in force as the matrix wants. */
async function keyOf(row: MatrixRow) {
  await labOf(row);
  const id = randomUUID();
  const life = { issuedAt: now, signsUntil: now, revokedAt: now, revocationReason: 'LOST' };
  return hub.database.signingKey.create({ data: { id, userId: id, publicJwk: { kty: 'EC' }, signer: 'built-in', privateJwe: null, ...life, ...stamps(row) } });
}

conformanceSuite(() => hub, {
  owner: 'labs',
  sdl,
  subscriptions: {
    commissionAnswered: 'CommissionAnswered',
    inspectionFailed: 'InspectionFailed',
    inspectionReportIssued: 'InspectionReportIssued',
  },
  entities: {
    Lab: {
      paths: [['RECORDED']],
      insert: async (row) => {
        const { id } = await hub.database.lab.create({
          data: { id: randomUUID(), cma: accreditation, cnas: accreditation, scope, signatories: [{ userId: 'a user', itemCodes: null }], ...stamps(row) },
        });
        return id;
      },
    },
    CommissionAcceptance: {
      paths: [['RECEIVED', 'ACCEPTED', 'REPORTED'], ['RECEIVED', 'DECLINED'], ['RECEIVED', 'ACCEPTED', 'WITHDRAWN']],
      insert: async (row, number) => {
        await labOf(row);
        return (await hub.database.commissionAcceptance.create({ data: commissioned(row, number) })).id;
      },
    },
    CommissionCorrection: {
      paths: [['RECEIVED', 'AGREED'], ['RECEIVED', 'REFUSED'], ['RECEIVED', 'WITHDRAWN'], ['RECEIVED', 'LAPSED']],
      insert: async (row, number) => {
        await labOf(row);
        const { id: commissionId } = await hub.database.commissionAcceptance.create({ data: { ...commissioned({ ...row, state: 'ACCEPTED', reached: ['ACCEPTED'] }, number) } });
        const { id } = await hub.database.commissionCorrection.create({
          data: {
            id: randomUUID(),
            kind: 'COMMISSION_WITHDRAWAL',
            centerId: 'center',
            commissionIds: [commissionId],
            samples: [{ id: sampleId, blindNumber: 'b' }],
            reason: 'a reason',
            receivedAt: now,
            cause: 'x:y',
            answered: acted,
            answerReason: 'a reason',
            withdrawalReason: 'a reason',
            ...stamps(row),
          },
        });
        return id;
      },
    },
    SampleReceipt: {
      paths: [['EXPECTED', 'RECEIVED', 'REPORTED'], ['EXPECTED', 'FAILED'], ['EXPECTED', 'CANCELLED']],
      insert: async (row, number) => {
        await labOf(row);
        const receipt = received(row);
        await hub.database.commissionAcceptance.create({ data: { ...commissioned(row, number), id: receipt.commissionId } });
        return (await hub.database.sampleReceipt.create({ data: receipt })).id;
      },
    },
    InspectionFailure: {
      paths: [['']],
      insert: async (row) => {
        await labOf(row);
        const { id } = await hub.database.inspectionFailure.create({
          data: {
            id: randomUUID(),
            receiptId: randomUUID(),
            commissionId: 'c',
            sampleId,
            productKind: 'a kind',
            reason: 'OTHER',
            facts: 'f',
            evidence: [file],
            failedAt: now,
            reported: acted,
            ...stamps(row),
          },
        });
        return id;
      },
    },
    SigningKey: {
      paths: [['IN_FORCE', 'ROTATED', 'REVOKED']],
      insert: async (row) => (await keyOf(row)).id,
    },
    InspectionReport: {
      paths: [['PREPARED', 'RETURNED'], ['PREPARED', 'REVIEWED', 'ISSUED', 'SUPERSEDED'], ['PREPARED', 'DISCARDED']],
      insert: async (row, number) => {
        await labOf(row);
        const id = randomUUID();
        const { id: signingKeyId } = await keyOf({ ...row, state: 'IN_FORCE', reached: ['IN_FORCE'] });
        const receipt = received(row);
        await hub.database.commissionAcceptance.create({ data: { ...commissioned(row, number), id: receipt.commissionId } });
        await hub.database.sampleReceipt.create({ data: { ...receipt, state: 'RECEIVED' } });
        await hub.database.inspectionReport.create({
          data: {
            id,
            document: id,
            version: 1,
            number: `BG-${number}`,
            receiptId: receipt.id,
            commissionId: receipt.commissionId,
            sampleId,
            productKind: 'a kind',
            results: [resultKept],
            conclusion: 'CONFORMING',
            cmaMark: 'c',
            preparedAt: now,
            issuedAt: now,
            signature: 'a.b.c',
            signingKeyId,
            lateReason: 'l',
            returnReason: 'r',
            supersessionReason: 's',
            preparedBy: 'a person',
            reviewedBy: 'another person',
            approvedBy: 'a third person',
            ...stamps(row),
          },
        });
        return id;
      },
    },
  },
  acts: {
    acceptCommission: {
      input: (commissionId) => ({ commissionId }),
      good: (commissionId) => ({ commissionId, answer: 'ACCEPT', promisedAt: '2098-01-01T00:00:00Z' }),
    },
    answerCommissionCorrection: {
      input: (correctionId) => ({ correctionId, answer: 'REFUSE', reason: 'r' }),
      good: (correctionId) => ({ correctionId, expectedRevision: 1, answer: 'REFUSE', reason: '检验已近完成' }),
    },
    recordAccreditation: {
      input: () => ({ cma: accreditation, scope }),
      // The signatory's item stands twice in the scope, so that it stays there when one of the two is spoilt.
      good: () => ({
        cma: accreditation,
        cnas: accreditation,
        scope: ['1', '2'].flatMap((standardVersion) => scope.map((item) => ({ ...item, standardVersion }))),
        signatories: [{ userId: 'lab-1.3', itemCodes: scope.map(({ itemCode }) => itemCode) }],
      }),
    },
    recordSampleReceipt: {
      input: (receiptId) => ({ receiptId, receivedAt: now, appearance: 'a', condition: 'c', sealIntact: true }),
      good: (receiptId) => ({
        receiptId,
        receivedAt: now,
        appearance: 'a',
        condition: 'c',
        sealNumber: 's',
        sealIntact: true,
        mayAffectResult: 'm',
        photos: [file],
      }),
    },
    storeSample: {
      input: (receiptId) => ({ receiptId, place: 'p' }),
      good: (receiptId) => ({ receiptId, place: 'p', temperature: { lowest: '2', highest: '8' }, humidity: { lowest: '30', highest: '60' } }),
    },
    recordStorageReading: {
      input: (receiptId) => ({ receiptId, at: now, temperature: '20' }),
      good: (receiptId) => ({ receiptId, at: now, temperature: '20', humidity: '50' }),
    },
    handOverSample: {
      input: (receiptId, { identity }) => ({ receiptId, toUserId: `${identity.partyId}.2`, purpose: 'p' }),
      good: (receiptId) => ({ receiptId, toUserId: 'lab-1.2', purpose: 'p' }),
    },
    recordTestResults: {
      input: (receiptId) => ({ receiptId, results: [] }),
      good: (receiptId) => ({ receiptId, results: [resultGiven(repeated)] }),
    },
    reportInspectionFailure: {
      input: (receiptId) => ({ receiptId, reason: 'OTHER', facts: 'f', evidence: [file] }),
      good: (receiptId) => ({ receiptId, reason: 'OTHER', facts: 'f', evidence: [file] }),
    },
    prepareInspectionReport: {
      input: (receiptId) => ({ receiptId, number: randomUUID() }),
      good: (receiptId) => ({ receiptId, number: randomUUID(), results: [resultGiven(below)] }),
    },
    reviseInspectionReport: {
      input: (reportId) => ({ reportId }),
      good: (reportId) => ({ reportId, results: [resultGiven(below)] }),
    },
    reviewInspectionReport: {
      input: (reportId) => ({ reportId, outcome: 'RETURN', reason: 'r' }),
      good: (reportId) => ({ reportId, outcome: 'PASS', judgements: [{ ...itemKey, subItem: 'a part', reason: 'r' }] }),
    },
    returnInspectionReport: {
      input: (reportId) => ({ reportId, reason: 'r' }),
      good: (reportId) => ({ reportId, reason: 'r' }),
    },
    issueSigningKey: {
      input: () => ({}),
      good: () => ({ overlap: 'P1D' }),
    },
    revokeSigningKey: {
      input: (keyId) => ({ keyId, reason: 'LOST' }),
      good: (keyId) => ({ keyId, reason: 'LOST' }),
    },
    issueInspectionReport: {
      input: (reportId) => ({ reportId }),
      good: (reportId) => ({ reportId }),
    },
  },
});
