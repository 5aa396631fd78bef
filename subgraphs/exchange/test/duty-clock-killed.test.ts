import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { SubgraphProcesses } from '@hub/kernel/testing/subgraph-processes.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';

const count = 120;

let hub: SubgraphUnderTest<ExchangeDatabase>;
const processes = new SubgraphProcesses(fileURLToPath(new URL('../dist/main.js', import.meta.url)));
beforeAll(async () => {
  // The one that is asked does not sweep: the processes that are killed do.
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true, variables: { WEBHOOK_DELIVERY: 'off', DUTY_SWEEP_SECONDS: '3600' } });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
});
afterAll(async () => {
  await processes.killAll();
  await hub.close();
});

const startSweeper = () => processes.start(hub.environment, { DUTY_SWEEP_SECONDS: '0.02' });

const hour = 3_600_000;
const dueAt = new Date(Date.now() - 72 * hour);
const ids = Array.from({ length: count }, () => randomUUID());

/** Duties of lab-1 of which every stage is there. */
async function owe(): Promise<void> {
  await hub.database.duty.createMany({
    data: ids.map((id) => ({
      ...{ id, owner: 'labs', kind: 'IssueInspectionReport', subjectType: 'InspectionCommission', subjectId: id, role: 'SIGNATORY' },
      ...{ openedAt: new Date(dueAt.getTime() - 240 * hour), dueAt, nextStageAt: new Date(dueAt.getTime() - 24 * hour) },
      ...{ holder: 'lab-1', concerned: ['center'], state: 'OPEN', reached: ['OPEN'] },
    })),
  });
}

const countOf = async (rows: Promise<{ count: number }[]>) => (await rows)[0]?.count ?? 0;
const told = () => countOf(hub.database.$queryRaw`SELECT count(*)::int FROM kernel.event WHERE subject_type = 'Duty'`);
/** Sweepers that have written stages and wait to write their events. */
const midway = () => countOf(hub.database.$queryRaw`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%log_head%'`);

describe('processes that sweep the clocks of duties, one of them killed in the middle of it', () => {
  it('tell each stage of each duty once, in order, and to the feed too', async () => {
    const { child: first } = await startSweeper();
    await startSweeper();
    await hub.database.$transaction(
      async (tx) => {
        // Nobody can write an event now.
        await tx.$queryRaw`SELECT position FROM kernel.log_head FOR UPDATE`;
        await owe();
        await eventually(midway, (waiting) => waiting === 2);
        await processes.kill(first);
      },
      { timeout: 60_000 },
    );
    await eventually(told, (count) => count >= 4 * ids.length);
    // A third that begins where all is told tells nothing more.
    await startSweeper();
    await eventually(() => hub.database.exchangeEvent.count({ where: { subjectType: 'Duty' } }), (fed) => fed === 4 * count);

    const rows = await hub.database.$queryRaw<{ kinds: string[] }[]>`
      SELECT array_agg(kind ORDER BY position) AS kinds FROM kernel.event WHERE subject_type = 'Duty' GROUP BY subject_id`;
    expect(rows).toHaveLength(count);
    expect([...new Set(rows.map(({ kinds }) => kinds.join()))]).toEqual(['DutyDueSoon,DutyDue,DutyOverdue,DutyEscalated']);
    expect(await hub.database.duty.count({ where: { id: { in: ids }, stage: 'ESCALATED', escalatedToId: 'center', nextStageAt: null } })).toBe(count);
  }, 120_000);
});
