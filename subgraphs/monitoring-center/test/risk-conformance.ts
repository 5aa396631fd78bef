import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { complainantKeepingOf } from '../src/complainants/complainants.js';
import type { Hub } from './acts.js';
import { acted, now, stamps } from './conformance-rows.js';

const judgement = { method: 'FMEA', hazardDegree: 'LOW', severity: 1, probability: 'OVER_1_IN_2', spread: 'SINGLE', evidence: 'e' };
const who = { name: 'a name', phone: '13900000000', address: 'an address', statement: 'a statement' };
const report = { title: 't', summary: 's', recommendation: 'r', submitToId: 'regulator-city' };

/** Fixtures of risk information, its clusters, assessments and notices (5.1). */
export function riskFixtures(hub: () => Hub): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function riskInformation(row: MatrixRow, number: number | string): Promise<string> {
    const { id } = await hub().database.riskInformation.create({
      data: {
        number: `FX-${number}`,
        channel: 'INTERNET',
        productName: 'a product',
        brand: 'a brand',
        hazardItem: 'a hazard',
        hazardDescription: 'a description',
        hazardDegree: 'HIGH',
        hasInjuries: true,
        hasDeaths: false,
        remedy: 'a remedy',
        observedOn: now,
        collectedAt: now,
        source: 'TEST',
        sourceKey: randomUUID(),
        contentType: 'text/plain',
        contentHash: 'sha-256:0',
        ...stamps(row),
      },
    });
    return id;
  }

  async function riskCluster(row: MatrixRow, number: number | string): Promise<string> {
    const { id } = await hub().database.riskCluster.create({
      data: { number: `JL-${number}`, title: 'a title', productName: 'a product', hazardItem: 'a hazard', history: [], openedAt: now, ...stamps(row) },
    });
    return id;
  }

  /** Rows of the centre's own, to be grouped or merged with those that the suite writes. */
  let ownRows = 0;
  const own = { relation: 'own', holder: 'center', concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null };
  const ownRecord = async (clusterId: string | null = null) => {
    const id = await riskInformation({ ...own, state: 'COLLECTED', reached: ['COLLECTED'] }, `OWN-${(ownRows += 1)}`);
    await hub().database.riskInformation.update({ where: { id }, data: { clusterId } });
    return id;
  };
  const ownCluster = () => riskCluster({ ...own, state: 'OPEN', reached: ['OPEN'] }, `OWN-${(ownRows += 1)}`);

  /** An assessment that is neither widespread nor common, so that it may be dismissed or notified. */
  const limited = async (id: string) => (await hub().database.assessment.update({ where: { id }, data: { spread: 'LIMITED' } })).id;

  return {
    entities: {
      RiskInformation: { paths: [['COLLECTED', 'ASSESSED', 'ESCALATED'], ['COLLECTED', 'ASSESSED', 'DISMISSED'], ['COLLECTED', 'ASSESSED', 'NOTIFIED']], insert: riskInformation },
      RiskCluster: {
        paths: [
          ['OPEN', 'MERGED'],
          ['OPEN', 'DISSOLVED'],
        ],
        insert: riskCluster,
      },
      ClusterProposal: {
        paths: [
          ['PROPOSED', 'ACCEPTED'],
          ['PROPOSED', 'DECLINED'],
          ['PROPOSED', 'LAPSED'],
        ],
        insert: async (row, number) => {
          const collected = { ...row, state: 'COLLECTED', reached: ['COLLECTED'] };
          const records = await Promise.all(['one', 'other'].map((name) => riskInformation(collected, `P-${number}-${name}`)));
          const [one = '', other = ''] = (await hub().database.riskInformation.findMany({ where: { id: { in: records } } })).map(({ document }) => document).sort();
          const { id } = await hub().database.clusterProposal.create({
            data: { one, other, score: 0.9, reasons: [{ kind: 'GTIN', evidence: ['06901234567892'] }], proposedAt: now, decided: acted, decisionReason: 'a reason', ...stamps(row) },
          });
          return id;
        },
      },
      Complainant: {
        paths: [['KEPT', 'ERASED']],
        insert: async (row, number) => {
          const id = randomUUID();
          const { personal } = complainantKeepingOf(hub().environment);
          const [sealed] = await hub().database.$transaction((tx) => personal.seal(tx, [{ personId: id, content: who }], now));
          await hub().database.complainant.create({
            data: {
              id,
              document: randomUUID(),
              riskInformationNumber: `FX-${number}`,
              sealed: sealed?.sealed ?? null,
              contentHash: `sha-256:${'0'.repeat(64)}`,
              taken: acted,
              keptUntil: new Date('2099-01-01T00:00:00Z'),
              erased: acted,
              erasureReason: 'a reason',
              ...stamps(row),
            },
          });
          return id;
        },
      },
      RiskNotice: {
        paths: [['SENT', 'ANSWERED']],
        insert: async (row, number) => {
          const { id } = await hub().database.riskNotice.create({
            data: {
              number: `TZ-${number}`,
              assessmentId: randomUUID(),
              productName: 'a product',
              hazardItem: 'a hazard',
              text: 'a text',
              addresseeId: 'enterprise-1',
              addresseeName: 'a name',
              addresseeKind: 'ENTERPRISE',
              answerBy: now,
              sent: acted,
              sentAt: now,
              answer: { measures: 'measures', evidence: [], answered: acted, onBehalf: false },
              ...stamps(row),
            },
          });
          return id;
        },
      },
      Assessment: {
        paths: [
          ['ASSESSED', 'ESCALATED'],
          ['ASSESSED', 'DISMISSAL_PROPOSED', 'DISMISSED'],
          ['ASSESSED', 'NOTIFIED'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.assessment.create({
            data: {
              recordIds: [await riskInformation({ ...row, state: 'ASSESSED', reached: ['COLLECTED', 'ASSESSED'] }, `A-${number}`)],
              dismissals: [{ reason: 'a reason', proposed: acted, countersignature: null }],
              method: 'FMEA',
              hazardDegree: 'HIGH',
              severity: 3,
              probability: 'OVER_1_IN_100',
              harmLevel: 'SERIOUS',
              harmTableVersion: '2026-1',
              spread: 'REGIONAL',
              evidence: 'evidence',
              assessed: acted,
              assessedAt: now,
              ...stamps(row),
            },
          });
          return id;
        },
      },
      AssessmentReport: {
        paths: [
          ['SUBMITTED', 'ACCEPTED'],
          ['SUBMITTED', 'RETURNED'],
        ],
        insert: async (row, number) => {
          const { id } = await hub().database.assessmentReport.create({
            data: {
              number: `PG-${number}`,
              title: 'a title',
              summary: 'a summary',
              recommendation: 'a recommendation',
              productCategories: ['a category'],
              platforms: ['a platform'],
              hazardDegrees: ['HIGH'],
              submittedToId: 'regulator-province',
              submitted: acted,
              submittedAt: now,
              ...stamps(row),
            },
          });
          return id;
        },
      },
    },
    acts: {
      takeInRiskInformation: {
        input: () => ({
          channel: 'INTERNET',
          productName: 'p',
          hazardItem: 'h',
          scope: {},
          observedOn: '2026-01-01',
          sourceRecord: { source: 'TEST', key: randomUUID(), content: 'x' },
        }),
        good: () => ({
          channel: 'COMPLAINT',
          productName: '晴川牌暖风机',
          productCategories: ['0706'],
          brand: '晴川',
          hazardItem: '泄漏电流',
          hazardDescription: '使用中外壳带电',
          hazardDegree: 'HIGH',
          scope: { units: 1200, unitsText: '约 1200 台', countries: ['CN'], retailers: ['小满旗舰店'], platforms: ['platform-1'], soldFrom: '2025-10-01', soldUntil: '2026-01-31' },
          injuries: { hasInjuries: true, hasDeaths: false, description: '一人触电' },
          remedy: '停止使用',
          links: ['https://example.cn/notice/1'],
          observedOn: '2026-01-01',
          sourceRecord: { source: 'TEST', key: randomUUID(), contentType: 'text/plain', content: 'x' },
          complainant: who,
        }),
      },
      eraseComplainant: { input: (complainantId) => ({ complainantId, reason: 'r' }), good: (complainantId) => ({ complainantId, reason: 'r' }) },
      assessRiskInformation: {
        input: (riskInformationId) => ({ riskInformationId, ...judgement }),
        good: (riskInformationId) => ({ riskInformationId, ...judgement }),
      },
      groupRiskInformation: {
        input: async (id) => ({ riskInformationIds: [id, await ownRecord()] }),
        good: async (id) => ({ riskInformationIds: [id, await ownRecord()], title: 't', productName: 'p', hazardItem: 'h', reason: 'r' }),
      },
      partRiskInformation: {
        input: (clusterId) => ({ clusterId, riskInformationIds: ['none'], reason: 'r' }),
        good: async (clusterId) => ({ clusterId, riskInformationIds: [await ownRecord(clusterId)], reason: 'r' }),
      },
      mergeRiskClusters: {
        input: async (intoId) => ({ intoId, clusterIds: [await ownCluster()], reason: 'r' }),
        good: async (intoId) => ({ intoId, clusterIds: [await ownCluster()], reason: 'r' }),
      },
      acceptClusterProposal: { input: (clusterProposalId) => ({ clusterProposalId }), good: (clusterProposalId) => ({ clusterProposalId, expectedRevision: 1, reason: 'r' }) },
      declineClusterProposal: { input: (clusterProposalId) => ({ clusterProposalId, reason: 'r' }), good: (clusterProposalId) => ({ clusterProposalId, expectedRevision: 1, reason: 'r' }) },
      dismissRiskInformation: { input: (assessmentId) => ({ assessmentId, reason: 'r' }), good: async (id) => ({ assessmentId: await limited(id), reason: 'r' }) },
      countersignDismissal: {
        input: (assessmentId) => ({ assessmentId, agrees: true, reason: 'r' }),
        good: (assessmentId) => ({ assessmentId, agrees: true, reason: 'r' }),
      },
      notifyOfRisk: {
        input: (assessmentId) => ({ assessmentId, addressees: [{ name: 'n', kind: 'ENTERPRISE' }], text: 't' }),
        good: async (id) => ({ assessmentId: await limited(id), addressees: [{ name: 'n', kind: 'ENTERPRISE' }], text: 't', answerBy: '2099-01-01T00:00:00Z' }),
      },
      answerRiskNotice: {
        input: (riskNoticeId) => ({ riskNoticeId, measures: 'm' }),
        good: (riskNoticeId) => ({ riskNoticeId, measures: 'm', evidence: [{ hash: `sha-256:${'a'.repeat(64)}`, size: 1, mediaType: 'image/jpeg', name: 'n' }] }),
      },
      escalateAssessment: {
        input: (assessmentId) => ({ assessmentIds: [assessmentId], ...report }),
        good: (assessmentId) => ({ assessmentIds: [assessmentId], ...report }),
      },
    },
  };
}
