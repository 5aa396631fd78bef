import { eventually } from '@hub/kernel/testing/eventually.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { decodeProtectedHeader, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../console/src/explorer/examples.js';
import { blindnessBroken, hiddenNow } from './blindness.js';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { JourneyHub } from './journey-hub.js';
import { SubscribedParties } from './subscribed-parties.js';
import { threadState } from '../../../scripts/src/thread/thread-state.js';
import { takeThreadStep } from '../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../scripts/src/thread/thread.js';

describe.each([{ separate: false }, { separate: true }])('the thread through four owners (separate processes: $separate)', (mode) => {
  const state = threadState(mode.separate ? 'separate' : 'one');
  let hub: JourneyHub;
  let subscribed: SubscribedParties;
  beforeAll(async () => {
    hub = await JourneyHub.start(mode);
    subscribed = await SubscribedParties.of(hub);
  }, 180_000);
  afterAll(async () => {
    await subscribed?.leave();
    await hub?.stop();
  }, 60_000);

  for (const step of thread) {
    it(`${step.name}, and nobody sees too early what is bought blind`, async () => {
      await takeThreadStep(hub, step, state);
      expect([...(await blindnessBroken(hub, state)), ...subscribed.broken(await hiddenNow(hub, state))]).toEqual([]);
    }, 120_000);
  }

  it('was told live to whom it may be told, and by no subscription to anybody else', async () => {
    expect(subscribed.broken(await hiddenNow(hub, state))).toEqual([]);
    expect(await subscribed.ended()).toEqual([]);
    await eventually(async () => subscribed.different(), (different) => different.length === 0);
    // What the thread does not come to: nothing is amended, and nothing fails to be inspected; no file is imported in the hub; registers and schemas do not change, and nobody applies for anything.
    expect(subscribed.silent()).toEqual(['hazardHandlingMoved', 'importAdvanced', 'inspectionFailed', 'monitoringPlanAmended', 'participantChanged', 'schemaPublished', 'sharingRequestMoved']);
    await subscribed.leave();
  });

  it('has an answer to every example of the explorer, for each identity that it is for', async () => {
    const asked = examples.filter(({ query }) => query.startsWith('query'));
    expect(asked.length).toBeGreaterThan(10);
    for (const { title, query, identities = demoIdentities.map(({ name }) => name), role } of asked) {
      for (const identity of identities) {
        const { data, errors = [] } = await hub.ask({ identity, ...(role && { role }) }, query);
        // What the terms do not give is refused field by field; nothing else is wrong.
        expect([title, identity, errors.filter(({ extensions }) => !String(extensions?.['code']).startsWith('SHARING_'))]).toEqual([title, identity, []]);
        expect(Object.values(data ?? {}), title).not.toContain(undefined);
      }
    }
  });

  it('is read from every side, each its own part', async () => {
    const read = async (asker: Asker, query: string) => (await hub.ask(asker, query, { id: state.monitoringDataIds[0] })).data;
    const all = `query ($id: ID!) { monitoringData(id: $id) { conclusion failedItems { name measured limit }
      plan { number reports { decision { outcome } assessments { records { productName } } } }
      sample { number purchase { orderNumber buyerName } commission { lab { participant { name } } acceptance { state } } reports { number conclusion } }
      acknowledgement { state acknowledged { role } } platform { participant { name } } } }`;
    expect(await read({ identity: 'regulator-province' }, all)).toMatchObject({
      monitoringData: {
        conclusion: 'NONCONFORMING',
        failedItems: [{ name: '泄漏电流', measured: '0.91', limit: '0.75' }],
        plan: { reports: [{ decision: { outcome: 'ACCEPTED' }, assessments: [{ records: [{}] }, { records: [{}] }] }] },
        sample: {
          purchase: { buyerName: '王***明' },
          commission: { lab: { participant: { name: '青禾检测技术有限公司（演示）' } }, acceptance: { state: 'REPORTED' } },
          reports: [{ conclusion: 'NONCONFORMING' }],
        },
        acknowledgement: { state: 'ACKNOWLEDGED', acknowledged: { role: 'OFFICER' } },
      },
    });
    const part = 'query ($id: ID!) { monitoringData(id: $id) { conclusion failedItems { name } acknowledgement { state } } }';
    expect(await read({ identity: 'platform-1' }, part)).toMatchObject({
      monitoringData: { conclusion: 'NONCONFORMING', acknowledgement: { state: 'ACKNOWLEDGED' } },
    });
    expect(await read({ identity: 'platform-2' }, part)).toEqual({ monitoringData: null });
    expect(await read({ identity: 'lab-1' }, part)).toEqual({ monitoringData: null });
  });

  it('leaves a report that anyone can verify, and that no change survives', async () => {
    const answer = await hub.ask({ identity: 'center' }, 'query ($id: ID!) { inspectionReport(id: $id) { number signature } }', {
      id: state.inspectionReportIds[0],
    });
    const { number, signature } = answer.data?.['inspectionReport'] as unknown as { number: string; signature: string };
    const keys = (await (await request(`${hub.url}/.well-known/report-keys.json`)).body.json()) as JSONWebKeySet;
    expect(decodeProtectedHeader(signature).alg).toBe('ES256');
    const { payload } = await compactVerify(signature, createLocalJWKSet(keys));
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ number, conclusion: 'NONCONFORMING' });
    const [header, body = '', sign] = signature.split('.');
    const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replace('NONCONFORMING', 'CONFORMING')).toString('base64url');
    await expect(compactVerify(`${header}.${changed}.${sign}`, createLocalJWKSet(keys))).rejects.toThrow(/signature verification failed/);
  });

  it('leaves open what is owed upon what does not conform and no other duty, and an envelope of every act in the feed of all events', async () => {
    const duties = await hub.ask({ identity: 'regulator-province' }, '{ duties(first: 100) { nodes { kind state late } } }');
    const nodes = (duties.data?.['duties'] as unknown as { nodes: { kind: string; state: string }[] }).nodes;
    // What comes after the acknowledgement is owed by the regulator and the platform.
    expect(nodes.flatMap(({ kind, state: of }) => (of === 'OPEN' ? [kind] : [])).sort()).toEqual(['HandleMonitoringData', 'IssueResultNotice', 'OpenHazardHandling']);
    expect(new Set(nodes.map(({ kind }) => kind))).toContain('DecideAssessmentReport');
    const feed = await hub.ask(
      { identity: 'regulator-province' },
      '{ exchangeEvents(first: 500, kinds: ["AssessmentReportDecided", "MonitoringPlanIssued", "PurchaseRecorded", "InspectionReportIssued", "MonitoringDataFedBack", "MonitoringDataAcknowledged"]) { nodes { kind } } }',
    );
    const counts = new Map<string, number>();
    for (const { kind } of (feed.data?.['exchangeEvents'] as unknown as { nodes: { kind: string }[] }).nodes) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      AssessmentReportDecided: 1,
      MonitoringPlanIssued: 1,
      PurchaseRecorded: state.samples,
      InspectionReportIssued: state.samples,
      MonitoringDataFedBack: state.samples,
      MonitoringDataAcknowledged: state.samples,
    });
  });

  it('stops cleanly, and does nothing twice when it is walked again after a start', async () => {
    await hub.kill();
    await hub.restart();
    const before = { ...state };
    for (const step of thread) await takeThreadStep(hub, step, state);
    expect(state).toEqual(before);
    expect(await hub.stop()).toEqual({ code: 0 });
  }, 180_000);
});
