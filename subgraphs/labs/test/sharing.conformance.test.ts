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
const scope = [{ itemCode: 'a', itemName: 'an item', standardNumber: 's', standardVersion: 'v', site: 'a site' }];
const sampleId = 'a-sample';

/** Commissions and reports lead to their lab, so the holder must be one. */
async function labOf({ holder }: MatrixRow): Promise<void> {
  const lab = { cma: accreditation, cnas: accreditation, scope, holder, concerned: [], state: 'RECORDED', reached: ['RECORDED'] };
  await hub.database.lab.createMany({ data: [{ id: holder, ...lab }], skipDuplicates: true });
}

conformanceSuite(() => hub, {
  owner: 'labs',
  sdl,
  entities: {
    Lab: {
      paths: [['RECORDED']],
      insert: async (row) => {
        const { id } = await hub.database.lab.create({
          data: { id: randomUUID(), cma: accreditation, cnas: accreditation, scope, ...stamps(row) },
        });
        return id;
      },
    },
    CommissionAcceptance: {
      paths: [['RECEIVED', 'ACCEPTED', 'REPORTED'], ['RECEIVED', 'DECLINED']],
      insert: async (row, number) => {
        await labOf(row);
        const { id } = await hub.database.commissionAcceptance.create({
          data: {
            id: randomUUID(),
            number: `WT-${number}`,
            centerId: 'center',
            agreedDueAt: new Date('2099-01-01T00:00:00Z'),
            testItems: [],
            samples: [{ id: sampleId, blindNumber: 'b', productKind: 'k', quantity: 1 }],
            blind: true,
            receivedAt: now,
            cause: 'x:y',
            answered: acted,
            promisedAt: now,
            reason: 'a reason',
            ...stamps(row),
          },
        });
        return id;
      },
    },
    InspectionReport: {
      paths: [['ISSUED']],
      insert: async (row, number) => {
        await labOf(row);
        const id = randomUUID();
        await hub.database.inspectionReport.create({
          data: {
            id,
            document: id,
            version: 1,
            number: `BG-${number}`,
            commissionId: 'c',
            sampleId,
            results: [],
            conclusion: 'CONFORMING',
            issuedAt: now,
            signature: 'a.b.c',
            preparedBy: 'a person',
            reviewedBy: 'a person',
            approvedBy: 'a person',
            ...stamps(row),
          },
        });
        return id;
      },
    },
  },
  acts: {
    acceptCommission: { input: (commissionId) => ({ commissionId }) },
    issueInspectionReport: {
      input: (commissionId) => ({ commissionId, sampleId, number: 'n', results: [], preparedById: 'x', reviewedById: 'y' }),
    },
  },
});
