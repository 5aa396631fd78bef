import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { feedFollower } from './feed-follower.js';
import { JourneyHub } from './journey-hub.js';
import { threadState } from '../../../scripts/src/thread/thread-state.js';
import { takeThreadStep, type ThreadStep } from '../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../scripts/src/thread/thread.js';

/** The processes of a hub that may be killed: what runs in each, by a part of its command line. */
const parts = ['regulator', 'monitoring-center', 'labs', 'platforms', 'exchange', 'registry', 'gateway'];

describe('any process killed between any two acts', () => {
  let hub: JourneyHub;
  let followers: ReturnType<typeof feedFollower>[] = [];
  const state = threadState('killed');
  beforeAll(async () => {
    hub = await JourneyHub.start({ separate: true });
    await hub.ready();
    const after = (await feedOf(null)).edges[0]?.cursor ?? '';
    followers = (['gateway', 'exchange'] as const).map((door) => feedFollower(hub, partner, door, after));
  }, 180_000);
  afterAll(async () => {
    for (const follower of followers) await follower.stop();
    await hub?.stop();
  }, 60_000);

  const partner = { identity: 'regulator-province' };
  const feedOf = async (after: string | null) => {
    const answer = await hub.ask(partner, 'query ($after: String) { exchangeEvents(first: 500, after: $after) { edges { cursor node { id } } } }', { after });
    return answer.data?.['exchangeEvents'] as unknown as { edges: { cursor: string; node: { id: string } }[] };
  };

  stretches(thread).forEach((steps, index) => {
    it(`${steps.map(({ name }) => name).join(', ')}; then ${['every subgraph and the gateway', 'PostgreSQL'][index % 2]} and the next part are killed`, async () => {
      for (const step of steps) await takeThreadStep(hub, step, state);
      const part = parts[index % parts.length] ?? '';
      const names = index % 2 === 1 ? [part] : parts;
      const victims = await Promise.all(names.map(async (name) => ({ name, pid: await processOf(hub, name) })));
      if (index % 2 === 1) process.kill(postmasterOf(hub), 'SIGKILL');
      const missed = victims.filter(({ pid }) => !kill(pid));
      for (const { name } of missed) kill(await processOf(hub, name));
      // A part that is away is refused with a code, and the acts ask again with the same keys; nobody waits for it here.
    }, 180_000);
  });

  it('brings each event once and in order to who subscribes, at the gateway or at the feed’s owner, and comes back with the last cursor', async () => {
    await hub.ready();
    const [, ...after] = (await feedOf(null)).edges;
    for (const follower of followers) {
      await eventually(async () => follower.had.length, (count) => count >= after.length);
      expect(follower.had.slice(0, after.length)).toEqual(after.map(({ node }) => node.id));
      expect(follower.returns).toBeGreaterThan(1);
    }
  }, 60_000);

  it('loses nothing acknowledged, loses no event and does none twice', async () => {
    await hub.ready();
    const before = structuredClone(state);
    for (const step of thread) await takeThreadStep(hub, step, state);
    expect(state).toEqual(before);

    const feed = await hub.ask({ identity: 'regulator-province' }, '{ exchangeEvents(first: 500) { nodes { id kind } } }');
    const events = (feed.data?.['exchangeEvents'] as unknown as { nodes: { id: string; kind: string }[] }).nodes;
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const count = (kind: string) => events.filter((event) => event.kind === kind).length;
    expect({
      submitted: count('AssessmentReportSubmitted'),
      decided: count('AssessmentReportDecided'),
      issued: count('MonitoringPlanIssued'),
      bought: count('PurchaseRecorded'),
      commissioned: count('InspectionCommissioned'),
      answered: count('CommissionAnswered'),
      reported: count('InspectionReportIssued'),
      fedBack: count('MonitoringDataFedBack'),
      acknowledged: count('MonitoringDataAcknowledged'),
    }).toEqual({
      submitted: 1,
      decided: 1,
      issued: 1,
      bought: state.samples,
      commissioned: 1,
      answered: 1,
      reported: state.samples,
      fedBack: state.samples,
      acknowledged: state.samples,
    });
  }, 180_000);
});

/**
 * Steps up to and with each that sends something to another owner: there an event is on its way when the kill comes. What one
 * owner does by itself is one transaction like another, and each kill costs seconds.
 */
function stretches(steps: readonly ThreadStep[]): ThreadStep[][] {
  return steps.reduce<ThreadStep[][]>((all, step, index) => (index === 0 || steps[index - 1]?.sends ? [...all, [step]] : [...all.slice(0, -1), [...(all.at(-1) ?? []), step]]), []);
}

/** The process of a part; one that was killed a moment ago is being started again. */
async function processOf(hub: JourneyHub, part: string): Promise<number> {
  for (const until = Date.now() + 30_000; Date.now() < until; await delay(100)) {
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    const line = lines.find((candidate) => {
      const [, parent, args = ''] = /^\s*\d+\s+(\d+)\s+(.*)$/.exec(candidate) ?? [];
      return Number(parent) === hub.pid && args.includes(`/${part}/dist/main.js`);
    });
    if (line) return Number.parseInt(line, 10);
  }
  throw new Error(`No process of ${part} runs under the hub:\n${hub.output.slice(-2000)}`);
}

function postmasterOf(hub: JourneyHub): number {
  return Number.parseInt(readFileSync(`${hub.dataDir}/postgres/cluster/postmaster.pid`, 'utf8'), 10);
}

/** Kills a process at once; false where it has ended already: a subgraph that finds no database ends by itself and is started again. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}
