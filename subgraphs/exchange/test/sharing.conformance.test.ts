import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { sdl } from '@hub/schema/generated/exchange.js';
import { deskFields } from '@hub/schema/generated/desk-fields.js';
import { afterAll, beforeAll } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { newWebhookSecret, sealSecret } from '../src/repository/webhook-secret.js';
import { sealedName } from '../src/repository/user-keeping.js';
import { exchangeService } from '../src/service.js';
import { contactKeepingOf } from '../src/users/contact-keeping-of.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { memberFixtures } from './member-conformance.js';

const now = new Date('2026-03-01T00:00:00Z');
const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({
  holder,
  concerned: [...concerned],
  state,
  reached: [...reached],
});
const party = (id: string) => ({ id, kind: 'LAB', level: 'CITY', name: id, uscc: 'a code', regionCode: '330100', admittedAt: now });

/** Until when an answer is owed: what is late cannot be extended. */
const tomorrow = new Date(Date.now() + 86_400_000);
const by = { userId: 'a.1', partyId: 'a', role: 'OFFICER', at: now.toISOString() };
const attempt = { messageId: 'msg_1', kind: 'AKind', at: new Date().toISOString(), milliseconds: 1, status: 500, failure: 'STATUS' };
const onRequest = (requestId: string) => ({ requestId });
const onCorrection = (correctionId: string) => ({ correctionId });
const onClosing = (closingId: string) => ({ closingId });
const closing = (field: string) => ({ field, groundKind: 'INCIDENT', ground: '数据泄露' });
/** Each field can be closed once: those of others, for the exchange's own are asked for by the suite. */
const closable = [...deskFields].filter(([, { terms, unclosable, contributed }]) => !unclosable && !contributed && terms.owner !== 'exchange').map(([coordinate]) => coordinate);
let closed = 0;
const onWebhook = (webhookId: string) => ({ webhookId });
let delegated = 0;
/** A time over which nothing is delegated yet. */
function dayOfItsOwn(): { beginsAt: string; until: string } {
  const begins = tomorrow.getTime() + (delegated += 1) * 86_400_000;
  return { beginsAt: new Date(begins).toISOString(), until: new Date(begins + 86_400_000).toISOString() };
}

let numbered = 0;
let commented = 0;
/** A comment of platform-1 on data of a party, for acts on it. */
async function commentOn(holder: string): Promise<string> {
  const { id } = await hub.database.dataComment.create({
    data: {
      ...{ number: `YJ-${(commented += 1)}`, commenterId: 'platform-1', subjectType: 'MonitoringData', subjectId: 'data', text: 'a text', commented: by, commentedAt: now },
      ...{ holder, concerned: ['platform-1'], state: 'ON_RECORD', reached: ['SUBMITTED', 'ON_RECORD'] },
    },
  });
  return id;
}

/** A duty of platform-1 that a regulator may pause. */
async function dutyOwedTo(regulator: string, pausedAt: Date | null): Promise<string> {
  const { id } = await hub.database.duty.create({
    data: {
      ...{ id: randomUUID(), owner: 'platforms', kind: 'FulfilDirection', subjectType: 'DirectionFulfilment', subjectId: 'x', role: 'OFFICER', openedAt: now, dueAt: tomorrow },
      ...{ pausedAt, holder: 'platform-1', concerned: [regulator], state: 'OPEN', reached: ['OPEN'] },
    },
  });
  return id;
}

/** Whoever did it, it was somebody of the register. */
const doneByAnybody = { doneById: 'center.1', doneOnBehalfOfId: 'center.2' };

/** A duty of a party for a claim on it. */
async function dutyToClaim(holder: string): Promise<string> {
  const { id } = await hub.database.duty.create({
    data: {
      ...{ id: randomUUID(), owner: 'labs', kind: 'a kind', subjectType: 'Lab', subjectId: 'x', role: 'OFFICER', openedAt: now, dueAt: now },
      ...{ holder, concerned: [], state: 'OPEN', reached: ['OPEN'] },
    },
  });
  return id;
}

/** What goes on beside requests would stand among their statements. */
const asleep = { SHARING_SWEEP_SECONDS: '3600', DUTY_SWEEP_SECONDS: '3600', EMBARGO_LOOK_SECONDS: '3600', CATALOGUE_COUNT_SECONDS: '3600', SEARCH_LOOK_SECONDS: '3600' };

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  // Rows of the matrix are written by hand, in every state: nobody is to be called for them.
  // And what the suite itself reads is no row of it.
  const { auditInbox: _ofItself, ...service } = exchangeService;
  hub = await subgraphUnderTest(service, { variables: { WEBHOOK_DELIVERY: 'off', WEBHOOKS_PER_PARTY: '1000000', ...asleep } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  // The matrix has rows of a party that is none of the demo's.
  await hub.database.participant.create({
    data: { ...party('nobody'), holder: 'nobody', concerned: [], state: 'ACTIVE', reached: ['ACTIVE'] },
  });
});
afterAll(() => hub.close());

/** As if their owners had answered: of one party fifty may wait. */
async function answerWaiting(): Promise<void> {
  const answered = { where: { state: 'SUBMITTED' }, data: { state: 'NOT_ADMITTED', reached: { push: 'NOT_ADMITTED' } } };
  await hub.database.dataCorrection.updateMany(answered);
  await hub.database.dataComment.updateMany(answered);
}

const members = memberFixtures(() => hub);

conformanceSuite(() => hub, {
  owner: 'exchange',
  sdl,
  subscriptions: { participantChanged: 'ParticipantChanged', sharingRequestMoved: 'SharingRequestMoved' },
  partial: ['myTasks'],
  entities: {
    Participant: {
      paths: [['ACTIVE', 'SUSPENDED', 'LEFT']],
      insert: async (row) => {
        const [address] = await inUnitOfWork(hub.database, { owner: 'exchange', at: now, actor: null, causedBy: [] }, (unit) => contactKeepingOf(hub.environment).keep(unit, [{ holder: row.holder, content: { address: 'office@example.cn' } }]));
        const { id } = await hub.database.participant.create({ data: { ...party(randomUUID()), contactId: address?.personId ?? null, sealedContactEmail: address?.sealed ?? null, ...stamps(row) } });
        return id;
      },
    },
    ParticipantUser: {
      paths: [['']],
      insert: async (row) => {
        const { holder, concerned } = stamps(row);
        const id = randomUUID();
        const name = await hub.database.$transaction((tx) => sealedName(tx, userKeepingOf(hub.environment), { personId: id, name: 'a name' }, now));
        await hub.database.participantUser.create({
          data: { id, participantId: 'nobody', sealedName: name, roles: ['OFFICER'], active: true, keptUntil: now, erased: by, erasureReason: 'a reason', holder, concerned },
        });
        return id;
      },
    },
    ...members.entities,
    Webhook: {
      paths: [
        ['ACTIVE', 'PAUSED', 'REMOVED'],
        ['ACTIVE', 'STOPPED'],
      ],
      insert: async (row) => {
        const id = randomUUID();
        await hub.database.webhook.create({
          data: {
            ...{ id, url: 'https://receiver.example.cn/', kinds: ['AKind'], description: 'a description' },
            ...{ registered: by, registeredAt: now, reader: by, sealedSecret: sealSecret(hub.environment.maskKey, id, newWebhookSecret()) },
            ...{ epoch: 'an epoch', position: 0, toldPosition: 1, failingSince: now, nextAttemptAt: now, lastDeliveredAt: now },
            ...{ attempts: [attempt], lastFailure: attempt, previousSecretUntil: new Date('2099-01-01'), stoppedBecause: 'WEBHOOK_GAVE_UP' },
            ...stamps(row),
          },
        });
        return id;
      },
    },
    SharingRequest: {
      paths: [
        ['SUBMITTED', 'EXTENDED', 'ESCALATED', 'GRANTED'],
        ['SUBMITTED', 'GRANTED_IN_PART'],
        ['SUBMITTED', 'REFUSED'],
        ['SUBMITTED', 'WITHDRAWN'],
      ],
      insert: async (row, number) => {
        // Whom a request concerns is the applicant or, once escalated, the authority: here each of the matrix is both.
        const [other = 'nobody'] = row.concerned;
        const { id } = await hub.database.sharingRequest.create({
          data: {
            ...{ number: `GX-${number}`, application: randomUUID(), applicantId: other, fields: ['Lab.signatories', 'SampleReceipt.custody'] },
            ...{ subjectType: 'Lab', subjectId: 'lab-1', purpose: 'SUPERVISION', explanation: '核查', until: new Date('2099-01-01') },
            ...{ requested: by, requestedAt: now, dueAt: tomorrow, extensionReason: 'a reason', authorityId: other, escalatedAt: now, decided: by },
            ...{ refusalGround: 'a ground', ...stamps(row) },
          },
        });
        return id;
      },
    },
    SharingGrant: {
      paths: [
        ['IN_FORCE', 'EXPIRED'],
        ['IN_FORCE', 'WITHDRAWN'],
        ['IN_FORCE', 'LAPSED'],
      ],
      insert: async (row) => {
        const { id } = await hub.database.sharingGrant.create({
          data: {
            ...{ granteeId: row.concerned[0] ?? 'nobody', fields: ['Lab.signatories'], purpose: 'SUPERVISION', until: new Date('2099-01-01') },
            ...{ granted: by, grantedAt: now, withdrawn: by, withdrawalReason: 'a reason', ...stamps(row) },
          },
        });
        return id;
      },
    },
    FieldClosing: {
      paths: [['CLOSED', 'CONFIRMED', 'REOPENED']],
      insert: async (row, number) => {
        const { id } = await hub.database.fieldClosing.create({
          data: {
            ...{ number: `GB-${number}`, coordinate: `Elsewhere.field${number}`, closedHolder: 'nobody', groundKind: 'INCIDENT', ground: 'a ground' },
            ...{ closed: by, closedAt: now, confirmBy: now, confirmed: by, reopened: by, reopeningReason: 'a reason', ...stamps(row) },
          },
        });
        return id;
      },
    },
    DataCorrection: {
      paths: [
        ['SUBMITTED', 'ADMITTED', 'OPEN', 'EXTENDED', 'CORRECTED'],
        ['SUBMITTED', 'NOT_ADMITTED'],
        ['SUBMITTED', 'ADMITTED', 'OPEN', 'REJECTED'],
        ['SUBMITTED', 'WITHDRAWN'],
      ],
      insert: async (row, number) => {
        const { id } = await hub.database.dataCorrection.create({
          data: {
            ...{ number: `KW-${number}`, requesterId: row.concerned[0] ?? 'nobody', fields: ['Lab.cma'], owner: 'labs', subjectType: 'Lab', subjectId: 'lab-1' },
            ...{ problem: 'a problem', proposal: 'a proposal', evidence: 'evidence', requested: by, requestedAt: now, heldBy: 'lab-1', dueAt: tomorrow },
            ...{ extensionReason: 'a reason', answered: by, answer: 'an answer', correctedBy: 'lab-1', ...stamps(row) },
          },
        });
        return id;
      },
    },
    CorrectionNotice: {
      paths: [['']],
      insert: async (row) => {
        const { holder, concerned } = stamps(row);
        const { id } = await hub.database.correctionNotice.create({
          data: { correctionId: randomUUID(), fields: ['Lab.cma'], subjectType: 'Lab', subjectId: 'lab-1', correctedAt: now, holder, concerned },
        });
        return id;
      },
    },
    AccessRecord: {
      paths: [['EMBARGOED', 'SHOWN'], ['OWN']],
      insert: async (row) => {
        const selected = { hash: 'a hash', coordinates: ['Listing.gtin'] };
        await hub.database.accessSelection.createMany({ data: [selected], skipDuplicates: true });
        const { id } = await hub.database.accessRecord.create({
          data: {
            ...{ id: randomUUID(), owner: 'platforms', at: now, userId: 'somebody.1', partyId: 'somebody', role: 'OFFICER', onBehalfOf: 'a', purpose: 'SUPERVISION', kind: 'ACT' },
            ...{ request: 'a request', position: 1, entry: 'an entry', rows: { Listing: 1 }, types: ['Listing'], filteredBy: ['Listing.brand'], selection: selected.hash },
            ...{ refused: { 'Listing.gtin SHARING_NOT_SHARED': 1 }, isRefused: true, acts: { delistListings: { DONE: 1 } } },
            ...stamps(row),
          },
        });
        return id;
      },
    },
    Duty: {
      paths: [['OPEN', 'DONE'], ['OPEN', 'DROPPED']],
      insert: async (row) => {
        const { id } = await hub.database.duty.create({
          data: {
            ...{ id: randomUUID(), owner: 'labs', kind: 'a kind', subjectType: 'Lab', subjectId: 'x', role: 'OFFICER' },
            ...{ openedAt: now, dueAt: now, closedAt: now, partOf: 'plan', stage: 'OVERDUE', escalatedToId: 'nobody' },
            ...{ pausedAt: now, pauseEndsAt: now, pausedById: 'nobody', pauseReason: 'a reason', ...doneByAnybody },
            ...stamps(row),
          },
        });
        return id;
      },
    },
    TaskClaim: {
      paths: [
        ['HELD', 'RELEASED'],
        ['HELD', 'HANDED_OVER'],
        ['HELD', 'LAPSED'],
        ['HELD', 'ENDED'],
      ],
      insert: async (row) => {
        const { id } = await hub.database.taskClaim.create({
          data: {
            ...{ dutyId: await dutyToClaim(row.holder), claimedById: `${row.holder}.1`, onBehalfOfId: `${row.holder}.3`, claimed: by, claimedAt: now, endedAt: now, reason: 'a reason' },
            ...stamps(row),
          },
        });
        return id;
      },
    },
    NumberPattern: {
      paths: [['']],
      insert: async (row) => {
        const { holder, concerned } = stamps(row);
        const { id } = await hub.database.numberPattern.create({ data: { kind: 'MONITORING_PLAN', pattern: 'P{seq}', beginsAt: now, recorded: by, recordedAt: now, holder, concerned } });
        return id;
      },
    },
    Delegation: {
      paths: [['GIVEN', 'ENDED']],
      insert: async (row) => {
        const { id } = await hub.database.delegation.create({
          data: {
            ...{ delegatorId: `${row.holder}.3`, delegateId: `${row.holder}.1`, role: 'OFFICER', beginsAt: now, until: new Date('2099-01-01'), reason: 'a reason' },
            ...{ delegated: by, delegatedAt: now, ended: by, endingReason: 'a reason', ...stamps(row) },
          },
        });
        return id;
      },
    },
  },
  acts: {
    ...members.acts,
    recordContactEmail: { input: () => ({ contactEmail: 'office@example.cn' }), good: () => ({ contactEmail: 'office@example.cn' }), encrypted: ['contactEmail'] },
    setNumberPattern: { input: () => ({ kind: 'MONITORING_PLAN', pattern: '{prefix}{year}{seq:5}' }), good: () => ({ kind: 'MONITORING_PLAN', pattern: `{prefix}-${(numbered += 1)}-{year}{seq:5}` }) },
    registerWebhook: {
      input: () => ({ url: 'https://receiver.example.cn/events', description: 'a description' }),
      good: () => ({ url: 'https://receiver.example.cn/events', kinds: ['MonitoringPlanIssued'], description: '业务系统' }),
    },
    replaceWebhookSecret: { input: onWebhook, good: (webhookId) => ({ webhookId, keepPreviousHours: 1 }) },
    pauseWebhook: { input: onWebhook, good: onWebhook },
    resumeWebhook: { input: onWebhook, good: (webhookId) => ({ webhookId, skipMissed: true }) },
    removeWebhook: { input: onWebhook, good: onWebhook },
    requestSharing: {
      input: () => ({ fields: ['Lab.signatories'], purpose: 'SUPERVISION', until: '2098-01-01T00:00:00Z' }),
      good: () => ({
        ...{ fields: ['Lab.signatories'], resource: 'Lab', holderIds: ['lab-1'], purpose: 'SUPERVISION', explanation: '核查授权签字人' },
        until: '2098-01-01T00:00:00Z',
      }),
    },
    grantSharing: { input: onRequest, good: (requestId) => ({ requestId, fields: ['Lab.signatories'], until: '2098-01-01T00:00:00Z' }) },
    refuseSharing: { input: (requestId) => ({ requestId, ground: '保密义务' }), good: (requestId) => ({ requestId, ground: '保密义务' }) },
    extendSharingRequest: { input: (requestId) => ({ requestId, reason: '需内部核对' }), good: (requestId) => ({ requestId, reason: '需内部核对' }) },
    withdrawSharingRequest: { input: onRequest, good: onRequest },
    withdrawSharing: { input: (grantId) => ({ grantId, reason: '不再需要' }), good: (grantId) => ({ grantId, reason: '不再需要' }) },
    pauseDuty: { input: (dutyId) => ({ dutyId, reason: '等待复检' }), good: async () => ({ dutyId: await dutyOwedTo('regulator-province', null), reason: '等待复检' }) },
    resumeDuty: { input: (dutyId) => ({ dutyId }), good: async () => ({ dutyId: await dutyOwedTo('regulator-province', now) }) },
    claimTask: { input: (dutyId) => ({ dutyId }), good: (dutyId) => ({ dutyId }) },
    releaseTask: { input: (claimId) => ({ claimId, reason: '另有急件' }), good: (claimId) => ({ claimId, reason: '另有急件' }) },
    handOverTask: {
      input: (claimId) => ({ claimId, toUserId: 'nobody', reason: '材料在同事处' }),
      good: (claimId) => ({ claimId, toUserId: 'regulator-province.2', reason: '材料在同事处' }),
    },
    delegateTasks: {
      input: () => ({ delegateId: 'nobody', role: 'OFFICER', until: '2098-01-01T00:00:00Z', reason: '休假' }),
      good: () => ({ delegateId: 'regulator-province.2', role: 'OFFICER', ...dayOfItsOwn(), reason: '休假' }),
    },
    endDelegation: { input: (delegationId) => ({ delegationId, reason: '提前返岗' }), good: (delegationId) => ({ delegationId, reason: '提前返岗' }) },
    requestDataCorrection: {
      input: () => ({ fields: ['Lab.cma'], subjectId: 'lab-1', problem: '地址有误', proposal: '应为新址' }),
      good: async () => (await answerWaiting(), { fields: ['Lab.cma'], subjectId: 'lab-1', problem: '地址有误', proposal: '应为新址', evidence: '见营业执照' }),
      lookedUpElsewhere: ['subjectId'],
    },
    correctData: { input: (correctionId) => ({ correctionId, answer: '已更正' }), good: (correctionId) => ({ correctionId, answer: '已更正' }) },
    rejectDataCorrection: { input: (correctionId) => ({ correctionId, reason: '无误' }), good: (correctionId) => ({ correctionId, reason: '无误' }) },
    extendDataCorrection: { input: (correctionId) => ({ correctionId, reason: '需核实' }), good: (correctionId) => ({ correctionId, reason: '需核实' }) },
    withdrawDataCorrection: { input: onCorrection, good: onCorrection },
    comment: {
      input: () => ({ subjectType: 'MonitoringData', subjectId: 'data', text: '该批次已停售' }),
      good: async () => (await answerWaiting(), { subjectType: 'MonitoringData', subjectId: 'data', text: '该批次已停售' }),
      lookedUpElsewhere: ['subjectId'],
    },
    answerComment: { input: (commentId) => ({ commentId, answer: '已核实' }), good: async () => ({ commentId: await commentOn('regulator-province'), answer: '已核实' }) },
    withdrawComment: { input: (commentId) => ({ commentId }), good: async () => ({ commentId: await commentOn('center') }) },
    closeField: { input: () => closing('RiskInformation.remedy'), good: () => ({ ...closing(closable[(closed += 1)] ?? ''), everyRow: false }) },
    confirmFieldClosing: { input: onClosing, good: onClosing },
    reopenField: { input: (closingId) => ({ closingId, reason: '事件已处置' }), good: (closingId) => ({ closingId, reason: '事件已处置' }) },
  },
  // Their rows follow the terms of their subjects, see exchange-events.test.ts and data-comment.test.ts.
  except: ['ExchangeEvent', 'DataComment'],
});
