import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Answer, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { LabsDatabase } from '../src/repository/database.js';
import { seedLabs } from '../src/repository/seed-labs.js';
import { labsService } from '../src/service.js';

export const leakage = { code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' };
export const marking = { code: 'MARK', name: '标志和说明', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '7' };

export interface Outcome {
  readonly value: { readonly id: string; readonly [key: string]: unknown } | null;
  readonly refusal: { readonly code: string; readonly [key: string]: unknown } | null;
}

export interface GivenCommission {
  readonly id: string;
  readonly sampleIds: readonly string[];
}

const accept = `mutation ($items: [AcceptCommissionInput!]!) { acceptCommission(items: $items) { outcomes {
  value { id state revision promisedAt reason answered { userId role } }
  refusal { code message field state possibleFrom } } } }`;
const issue = `mutation ($items: [IssueInspectionReportInput!]!) { issueInspectionReport(items: $items) { outcomes {
  value { id document version number state conclusion issuedAt signature sample { id } commission { id }
    results { itemCode itemName clause limit measured verdict } }
  refusal { code message field state possibleFrom } } } }`;

/** The labs' subgraph with the labs of the demo, and short ways to what tests do again and again. */
export interface LabsUnderTest extends SubgraphUnderTest<LabsDatabase> {
  /** Lets the centre commission a lab, and waits until the commission lies at its desk. */
  commission(lab: string, more?: { samples?: number; agreedDueAt?: Date; smuggled?: object }): Promise<GivenCommission>;
  /** A commission that the lab has accepted. */
  acceptedCommission(lab: string, more?: { samples?: number }): Promise<GivenCommission>;
  accept(asker: Asker, ...items: object[]): Promise<Answer & { outcomes: Outcome[] }>;
  issue(asker: Asker, ...items: object[]): Promise<Answer & { outcomes: Outcome[] }>;
  /** The events of a kind on a subject, oldest first. */
  told(kind: string, subjectId: string): Promise<{ receivers: string[]; payloads: Record<string, Record<string, unknown>> }[]>;
  /** The duties on a subject, oldest first. */
  duties(subjectId: string): Promise<{ kind: string; party_id: string; role: string; concerned: string[]; due_at: Date; closed_at: Date | null }[]>;
}

export async function labsUnderTest(): Promise<LabsUnderTest> {
  const hub = await subgraphUnderTest(labsService);
  await seedLabs(hub.database);
  const outcomesOf = async (answer: Answer) => ({
    ...answer,
    outcomes: (Object.values(answer.data)[0] as { outcomes: Outcome[] } | null)?.outcomes ?? [],
  });
  const labs: LabsUnderTest = {
    ...hub,
    async commission(lab, { samples = 1, agreedDueAt = inDays(30), smuggled = {} } = {}) {
      const id = randomUUID();
      const sampleIds = Array.from({ length: samples }, () => randomUUID());
      hub.others.say({
        kind: 'InspectionCommissioned',
        subjectType: 'InspectionCommission',
        subjectId: id,
        payload: {
          ...smuggled,
          id,
          number: `WT-2026-${id.slice(0, 6)}`,
          centerId: 'center',
          regulatorId: 'regulator-province',
          labId: lab,
          blind: true,
          agreedDueAt: agreedDueAt.toISOString(),
          testItems: [leakage, marking],
          samples: sampleIds.map((sampleId, index) => ({
            id: sampleId,
            blindNumber: `MY-${id.slice(0, 6)}-${index + 1}`,
            productKind: '电热水壶',
            quantity: 2,
            ...smuggled,
          })),
        },
      });
      await eventually(
        () => hub.database.commissionAcceptance.findUnique({ where: { id } }),
        (row) => row !== null,
      );
      return { id, sampleIds };
    },
    async acceptedCommission(lab, more) {
      const commission = await labs.commission(lab, more);
      await labs.accept(lab, { commissionId: commission.id });
      return commission;
    },
    async accept(asker, ...items) {
      return outcomesOf(await hub.ask(asker, accept, { items: items.map(withKey) }));
    },
    async issue(asker, ...items) {
      return outcomesOf(await hub.ask(asker, issue, { items: items.map(withKey) }));
    },
    told: (kind, subjectId) =>
      hub.database.$queryRawUnsafe('SELECT receivers, payloads FROM kernel.event WHERE kind = $1 AND subject_id = $2 ORDER BY position', kind, subjectId),
    duties: (subjectId) =>
      hub.database.$queryRawUnsafe(
        'SELECT kind, party_id, role, concerned, due_at, closed_at FROM kernel.duty WHERE subject_id = $1 ORDER BY opened_at, kind',
        subjectId,
      ),
  };
  return labs;
}

/** The signatory of a lab: its third user, so that the first prepares and the second reviews. */
export const signatory = (lab: string): Asker => ({ identity: lab, role: 'SIGNATORY', user: 3 });

/** A report that nothing speaks against, unless the test changes it. */
export function report(lab: string, { id, sampleIds }: GivenCommission, change: object = {}, sample = 0) {
  return {
    commissionId: id,
    sampleId: sampleIds[sample],
    number: `BG-${randomUUID().slice(0, 8)}`,
    preparedById: `${lab}.1`,
    reviewedById: `${lab}.2`,
    results: [result(), result(marking, { limitKind: 'TEXT', limit: '符合第7章', measured: '符合', unit: null })],
    ...change,
  };
}

export function result(item: typeof leakage = leakage, change: object = {}) {
  return {
    itemCode: item.code,
    standardNumber: item.standardNumber,
    standardVersion: item.standardVersion,
    limitKind: 'MAXIMUM',
    limit: '0.75',
    measured: '0.12',
    unit: 'mA',
    verdict: 'CONFORMING',
    ...change,
  };
}

export function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

function withKey(item: object): object {
  return { idempotencyKey: randomUUID(), ...item };
}
