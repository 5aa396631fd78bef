import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { owners } from '@hub/kernel/service/subgraph-environment.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { ReceivedEvent } from '@hub/kernel/log/event.js';
import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { cloneDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { dutyLimits, type DutyKind, type DutyLimit } from '@hub/schema/code-lists/duty-limits.js';
import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inbox } from '../src/inbox/inbox.js';
import { connectExchange, type ExchangeDatabase, type ExchangeTransaction } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { pauseDuty } from '../src/repository/pause-duty.js';
import { resumeDuty } from '../src/repository/resume-duty.js';
import { tellDutyStages } from '../src/repository/tell-duty-stages.js';
import { userKeepingIn } from '../src/users/user-keeping-of.js';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let database: ExchangeDatabase;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase('exchange');
  database = connectExchange(clone.url);
  folder = await mkdtemp(join(tmpdir(), 'duty-clock-'));
  await personalKeyFile(folder).create();
  await seedParticipants(database, userKeepingIn(folder));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.$disconnect();
  await clone.drop();
});

const hour = 3_600_000;
const unheard = { info: () => undefined, warn: () => undefined, error: () => undefined };
const kinds = ['IssueInspectionReport', 'AcceptCommission', 'ReviewInspectionReport'] as const satisfies readonly DutyKind[];
const stages = ['DutyDueSoon', 'DutyDue', 'DutyOverdue', 'DutyEscalated'] as const;

/** What may happen, in any order. Indexes are of the duties opened so far; hours let time pass. */
type Step =
  | { readonly do: 'open'; readonly kind: (typeof kinds)[number]; readonly dueIn: number }
  | { readonly do: 'close' | 'drop'; readonly which: number }
  | { readonly do: 'pause' | 'resume'; readonly which: number }
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'sweep'; readonly processes: number; readonly batch: number }
  | { readonly do: 'restart' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), kind: fc.constantFrom(...kinds), dueIn: fc.integer({ min: -60, max: 120 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'drop' as const), which: fc.nat(9) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), which: fc.nat(5) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: fc.constant(31 * 24) }) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('sweep' as const), processes: fc.integer({ min: 1, max: 3 }), batch: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ),
  { minLength: 4, maxLength: 24 },
);

/** A duty as the model has it. */
interface ModelDuty {
  readonly id: string;
  readonly kind: (typeof kinds)[number];
  dueAt: number;
  open: boolean;
  told: string[];
  pausedAt?: number | undefined;
  pauses: number;
}

/** By when each stage is there, counted from the due time by the list alone. */
function hoursOf(kind: DutyKind, stage: (typeof stages)[number], dueAt: number): number {
  const { dueSoon, escalation } = dutyLimits[kind];
  const inHours = ({ amount, unit }: { readonly amount: number; readonly unit: string }) => amount * (unit === 'HOUR' ? hour : 24 * hour);
  const soon = dueAt - inHours(dueSoon);
  // The day on which it is due begins at 16:00 of the day before in Greenwich.
  const morning = Math.floor((dueAt - 1 + 8 * hour) / (24 * hour)) * 24 * hour - 8 * hour;
  switch (stage) {
    case 'DutyDueSoon':
      return soon;
    case 'DutyDue':
      return Math.max(soon, morning);
    case 'DutyOverdue':
      return dueAt + 1;
    case 'DutyEscalated':
      return dueAt + 1 + (escalation ? inHours(escalation.after) : Infinity);
  }
}

const stamps = { holder: 'lab-1', concerned: ['center', 'regulator-province'], sellerRegion: null, producerRegion: null, platformRegion: null, state: 'OPEN', reached: ['OPEN'] };

/** Lets the labs tell of a duty, as their log would. */
async function tell(kind: 'DutyOpened' | 'DutyClosed' | 'DutyDropped', subjectId: string, payload: Record<string, string | null>, now: number): Promise<void> {
  const event: ReceivedEvent = {
    ...{ source: 'labs', id: randomUUID(), position: 1, kind, subjectType: 'Duty', subjectId, occurredAt: new Date(now).toISOString() },
    ...{ actor: null, causedBy: [], stamps, payload },
  };
  await inUnitOfWork(database, { owner: 'exchange', at: new Date(now), actor: null, causedBy: [] }, async (unit) => inbox[`labs.${kind}`]?.(unit, event, unheard));
}

async function toldOf(duties: readonly ModelDuty[]): Promise<Map<string, string[]>> {
  const rows = await database.$queryRaw<{ kind: string; subject_id: string }[]>`
    SELECT kind, subject_id FROM kernel.event WHERE subject_id = ANY(${duties.map(({ id }) => id)}::text[]) ORDER BY position`;
  return new Map(duties.map(({ id }) => [id, rows.filter((row) => row.subject_id === id).map(({ kind }) => kind)]));
}

async function sweep(now: number, processes: number, batch: number): Promise<void> {
  const whole = async () => {
    const failing = new Map<string, unknown>();
    while ((await tellDutyStages(database, { now: new Date(now), patience: 0, settling: 0, perhapsAway: owners, calendar: () => workingCalendar, batch, failing })) > 0);
    expect([...failing.values()]).toEqual([]);
  };
  await Promise.all(Array.from({ length: processes }, whole));
  // Who found a row locked by another has left it to the other, which has committed by now.
  await whole();
}

/** By the centre, which commissioned the work. @returns whether it was let */
async function acted(act: 'pause' | 'resume', dutyId: string, now: number): Promise<boolean> {
  const caller = { userId: 'center.1', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '330000', role: 'ANALYST' } as const;
  const perform = act === 'pause' ? pauseDuty : resumeDuty(workingCalendar);
  try {
    await inUnitOfWork(database, { owner: 'exchange', at: new Date(now), actor: null, causedBy: [] }, async (unit) => {
      const scope: ActScope<ExchangeTransaction> = { unit, caller, codeLists: { entriesOf: () => undefined, get: () => undefined }, admit: (row) => { if (!row) throw new Error('There is no such duty.'); return row; }, preserve: () => Promise.reject(new Error('No file is named here.')) };
      await perform(scope, { idempotencyKey: 'a key', dutyId, reason: 'a reason' });
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** What the list says of pauses of a kind by the centre. */
const pauseOf = (kind: DutyKind) => {
  const { pause } = dutyLimits[kind] as DutyLimit;
  return pause?.by.includes('MONITORING_CENTER') ? { times: pause.times, longest: pause.longest.amount * 24 * hour } : { times: 0, longest: 0 };
};

function runAgain(duty: ModelDuty, at: number): void {
  duty.dueAt += at - (duty.pausedAt ?? at);
  duty.pausedAt = undefined;
}

async function played(sequence: readonly Step[]): Promise<void> {
  const duties: ModelDuty[] = [];
  let now = Date.UTC(2026, 2, 1);
  for (const step of sequence) {
    if (step.do === 'open') {
      const duty: ModelDuty = { id: randomUUID(), kind: step.kind, dueAt: now + step.dueIn * hour, open: true, told: [], pauses: 0 };
      const subject = { kind: duty.kind, subjectType: 'InspectionCommission', subjectId: 'commission', role: 'SIGNATORY', partOf: null };
      await tell('DutyOpened', duty.id, { ...subject, openedAt: new Date(now).toISOString(), dueAt: new Date(duty.dueAt).toISOString() }, now);
      duties.push(duty);
    } else if (step.do === 'pass') {
      now += step.hours * hour;
    } else if (step.do === 'sweep') {
      await sweep(now, step.processes, step.batch);
      for (const duty of duties.filter(({ open }) => open)) {
        const runsFrom = duty.pausedAt === undefined ? undefined : duty.pausedAt + pauseOf(duty.kind).longest;
        if (runsFrom !== undefined && runsFrom <= now) runAgain(duty, runsFrom);
        if (duty.pausedAt !== undefined) continue;
        // What was told stays told, also where it is due later now.
        duty.told.push(...stages.slice(duty.told.length).filter((stage) => hoursOf(duty.kind, stage, duty.dueAt) <= now));
      }
    } else if (step.do === 'pause' || step.do === 'resume') {
      const duty = duties[step.which];
      if (!duty?.open) continue;
      const may = step.do === 'resume' ? duty.pausedAt !== undefined : duty.pausedAt === undefined && duty.pauses < pauseOf(duty.kind).times && duty.dueAt > now;
      expect(await acted(step.do, duty.id, now), step.do).toBe(may);
      if (!may) continue;
      if (step.do === 'resume') runAgain(duty, now);
      else Object.assign(duty, { pausedAt: now, pauses: duty.pauses + 1 });
    } else if (step.do === 'restart') {
      await database.$disconnect();
      database = connectExchange(clone.url);
    } else {
      const duty = duties[step.which];
      if (!duty) continue;
      await tell(step.do === 'close' ? 'DutyClosed' : 'DutyDropped', duty.id, { closedAt: new Date(now).toISOString() }, now);
      duty.open = false;
    }
  }
  const found = await toldOf(duties);
  const clocks = (kinds: readonly string[] = []) => kinds.filter((kind) => stages.some((stage) => stage === kind));
  for (const { id, told } of duties) expect(clocks(found.get(id))).toEqual(told);
  // What is left open by one sequence is no business of the next.
  await database.duty.deleteMany({ where: { id: { in: duties.map(({ id }) => id) } } });
}

it('tells each stage of a duty once, in order and never after its end, whatever is opened, closed, dropped, paused, resumed, restarted and swept, and by how many', async () => {
  await fc.assert(fc.asyncProperty(steps, played), { numRuns: 30, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false });
}, 120_000);
