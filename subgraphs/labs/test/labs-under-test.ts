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

/** How a commission differs from the usual one: one sample, due in 30 days, no consent to subcontracting. */
export interface CommissionChange {
  readonly samples?: number;
  readonly agreedDueAt?: Date;
  readonly subcontractingAllowed?: boolean;
  readonly smuggled?: object;
}

export interface GivenCommission {
  readonly id: string;
  readonly sampleIds: readonly string[];
}

const receiptFields = `id state revision receivedAt appearance condition sealNumber sealIntact sealDiffers mayAffectResult
  photos { hash name } storage { place temperature { lowest highest } humidity { lowest highest } } storageOutOfRange
  storageReadings { at temperature humidity outOfRange } custody { fromUserId toUserId purpose } received { userId role }
  results { itemCode verdict subItems { name verdict } failure { reason } }`;
const reportFields = `id document version number state revision conclusion cmaMark issuedAt signature signingKey { id state } lateReason returnReason supersessionReason
  preparedBy reviewedBy approvedBy sample { id } commission { id } supersedes { id } supersededBy { id }
  results { itemCode itemName clause inScope subcontractor { labId name cmaCertificateNumber reportNumber } verdict failure { reason facts }
    subItems { name limit unit rounding decisionRule verdict judgement basis { kind reference } specimens { specimen measured reportingLimit replicates { values rule } uncertainty proposed verdict } } }`;

const keyFields = 'id state revision issuedAt signsUntil revokedAt revocationReason signatory publicJwk lab { id } supersededBy { id }';

/** What is read back of the value of each act. */
const valueFields: Readonly<Record<string, string>> = {
  acceptCommission: 'id state revision promisedAt reason answered { userId role }',
  answerCommissionCorrection: 'id state revision answerReason answered { role }',
  recordAccreditation: 'id revision cma { certificateNumber } cnas { certificateNumber } scope { itemCode }',
  recordSampleReceipt: receiptFields,
  storeSample: receiptFields,
  recordStorageReading: receiptFields,
  handOverSample: receiptFields,
  recordTestResults: receiptFields,
  reportInspectionFailure: 'id reason facts failedAt evidence { hash } reported { userId } receipt { id state } sample { id } commission { id }',
  prepareInspectionReport: reportFields,
  reviseInspectionReport: reportFields,
  reviewInspectionReport: reportFields,
  returnInspectionReport: reportFields,
  issueInspectionReport: reportFields,
  issueSigningKey: keyFields,
  revokeSigningKey: keyFields,
};

/** The labs' subgraph with the labs of the demo, and short ways to what tests do again and again. */
export interface LabsUnderTest extends SubgraphUnderTest<LabsDatabase> {
  /** Lets the centre commission a lab, and waits until the commission lies at its desk. */
  commission(lab: string, more?: CommissionChange): Promise<GivenCommission>;
  /** A commission that the lab has accepted. */
  acceptedCommission(lab: string, more?: CommissionChange): Promise<GivenCommission>;
  /** Does an act of this subgraph on some items, each with a key of its own unless it brings one. */
  act(asker: Asker, name: string, ...items: object[]): Promise<Answer & { outcomes: Outcome[] }>;
  accept(asker: Asker, ...items: object[]): Promise<Answer & { outcomes: Outcome[] }>;
  /** The receipt of a sample of an accepted commission. */
  receiptOf(commission: GivenCommission, sample?: number): Promise<string>;
  /** Receives a sample of an accepted commission, and gives its receipt. */
  receive(lab: string, commission: GivenCommission, sample?: number): Promise<string>;
  /** Receives a sample where it has not been, and prepares the report that nothing speaks against, unless changed. */
  prepare(lab: string, commission: GivenCommission, change?: object, sample?: number): Promise<Answer & { outcomes: Outcome[] }>;
  /** A report that a technician has prepared and a reviewer passed: its id. */
  reviewed(lab: string, commission: GivenCommission, change?: object, sample?: number): Promise<string>;
  /** A report that three persons have brought to its issue. */
  issued(lab: string, commission: GivenCommission, change?: object, sample?: number): Promise<NonNullable<Outcome['value']>>;
  /** The events of a kind on a subject, oldest first. */
  told(kind: string, subjectId: string): Promise<{ receivers: string[]; payloads: Record<string, Record<string, unknown>> }[]>;
  /** The duties on a subject, oldest first. */
  duties(subjectId: string): Promise<{ kind: string; party_id: string; role: string; concerned: string[]; opened_at: Date; due_at: Date; closed_at: Date | null }[]>;
}

/** @param variables settings besides those that every subgraph has */
export async function labsUnderTest(variables: Readonly<Record<string, string>> = {}): Promise<LabsUnderTest> {
  const hub = await subgraphUnderTest(labsService, { variables });
  await seedLabs(hub.database);
  const outcomesOf = async (answer: Answer) => ({
    ...answer,
    outcomes: (Object.values(answer.data)[0] as { outcomes: Outcome[] } | null)?.outcomes ?? [],
  });
  const labs: LabsUnderTest = {
    ...hub,
    async commission(lab, { samples = 1, agreedDueAt = inDays(30), subcontractingAllowed = false, smuggled = {} } = {}) {
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
          subcontractingAllowed,
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
    async act(asker, name, ...items) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes {
        value { ${valueFields[name] ?? 'id'} } refusal { code message field state possibleFrom } } } }`;
      return outcomesOf(await hub.ask(asker, query, { items: items.map(withKey) }));
    },
    accept: (asker, ...items) => labs.act(asker, 'acceptCommission', ...items),
    async receiptOf({ id: commissionId, sampleIds }, sample = 0) {
      const { id } = await hub.database.sampleReceipt.findFirstOrThrow({ where: { commissionId, sampleId: sampleIds[sample] ?? '' } });
      return id;
    },
    async receive(lab, commission, sample) {
      const receiptId = await labs.receiptOf(commission, sample);
      valueOf(await labs.act(technician(lab), 'recordSampleReceipt', { receiptId, ...arrival() }));
      return receiptId;
    },
    async prepare(lab, commission, change = {}, sample) {
      const receiptId = await labs.receiptOf(commission, sample);
      const { state } = await hub.database.sampleReceipt.findUniqueOrThrow({ where: { id: receiptId } });
      if (state === 'EXPECTED') await labs.receive(lab, commission, sample);
      return labs.act(technician(lab), 'prepareInspectionReport', { receiptId, ...report(), ...change });
    },
    async reviewed(lab, commission, change, sample) {
      const { id } = valueOf(await labs.prepare(lab, commission, change, sample));
      valueOf(await labs.act(reviewer(lab), 'reviewInspectionReport', { reportId: id, outcome: 'PASS', judgements: [judgement()] }));
      return id;
    },
    async issued(lab, commission, change, sample) {
      const reportId = await labs.reviewed(lab, commission, change, sample);
      return valueOf(await labs.act(signatory(lab), 'issueInspectionReport', { reportId }));
    },
    told: (kind, subjectId) =>
      hub.database.$queryRawUnsafe('SELECT receivers, payloads FROM kernel.event WHERE kind = $1 AND subject_id = $2 ORDER BY position', kind, subjectId),
    duties: (subjectId) =>
      hub.database.$queryRawUnsafe(
        'SELECT kind, party_id, role, concerned, opened_at, due_at, closed_at FROM kernel.duty WHERE subject_id = $1 ORDER BY opened_at, kind',
        subjectId,
      ),
  };
  return labs;
}

/** The persons of a lab who make a report: its first user prepares, the second reviews, the third signs. */
export const technician = (lab: string, user: 1 | 2 | 3 = 1): Asker => ({ identity: lab, role: 'TECHNICIAN', user });
export const reviewer = (lab: string, user: 1 | 2 | 3 = 2): Asker => ({ identity: lab, role: 'REVIEWER', user });
export const signatory = (lab: string, user: 1 | 2 | 3 = 3): Asker => ({ identity: lab, role: 'SIGNATORY', user });

/** The value of an act's only outcome; fails where it was refused. */
export function valueOf(answer: Answer & { outcomes: Outcome[] }): NonNullable<Outcome['value']> {
  const value = answer.outcomes[0]?.value;
  if (!value) throw new Error(`Refused: ${JSON.stringify(answer.outcomes[0]?.refusal ?? answer.errors)}`);
  return value;
}

/** How a sample came, unless the test changes it. */
export function arrival(change: object = {}) {
  return { receivedAt: new Date(), appearance: '包装完好', condition: '室温', sealNumber: 'FT-1', sealIntact: true, photos: [photo()], ...change };
}

export function photo(digit = 'a') {
  return { hash: `sha-256:${digit.repeat(64)}`, size: 48_213, mediaType: 'image/jpeg', name: '样品.jpg' };
}

/** A report that nothing speaks against, unless the test changes it. */
export function report(change: object = {}) {
  return { number: `BG-${randomUUID().slice(0, 8)}`, results: [result(), text()], ...change };
}

/** A result of one sub-item and one specimen; `change` changes either. */
export function result(item: typeof leakage = leakage, change: Record<string, unknown> = {}) {
  const { measured = '0.12', verdict = 'CONFORMING', uncertainty, reportingLimit, replicates, subcontractor, ...subItem } = change;
  return {
    ...keyOf(item),
    ...(subcontractor === undefined ? {} : { subcontractor }),
    subItems: [{ limitKind: 'MAXIMUM', limit: '0.75', unit: 'mA', ...subItem, specimens: [{ measured: replicates === undefined ? measured : undefined, reportingLimit, replicates, verdict, uncertainty }] }],
  };
}

/** A result that no rule decides. */
export function text(change: Record<string, unknown> = {}) {
  return result(marking, { limitKind: 'TEXT', limit: '符合第7章', measured: '符合', unit: null, ...change });
}

/** The reason that a reviewer signs for it. */
export function judgement(change: object = {}) {
  return { ...keyOf(marking), reason: '逐条核对，标志齐全', ...change };
}

export function keyOf({ code, standardNumber, standardVersion }: typeof leakage) {
  return { itemCode: code, standardNumber, standardVersion };
}

export function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

function withKey(item: object): object {
  return { idempotencyKey: randomUUID(), ...item };
}
