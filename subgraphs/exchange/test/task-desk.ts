import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { Asker } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { recordParticipant } from '../src/repository/record-participant.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { sharingDesk, type Refused } from './sharing-desk.js';

export interface ClaimSeen {
  id: string;
  state: string;
  reason: string | null;
  claimedBy: { id: string } | null;
  onBehalfOf: { id: string } | null;
  claimed: { userId: string; onBehalfOf: string | null; role: string };
  duty: { id: string; state: string } | null;
}

export interface TaskSeen {
  id: string;
  state: string;
  role: string;
  claim: ClaimSeen | null;
  claims: ClaimSeen[] | null;
  doneBy: { id: string } | null;
  doneOnBehalfOf: { id: string } | null;
}

export interface DelegationSeen {
  id: string;
  state: string;
  role: string;
  inForce: boolean;
  beginsAt: string;
  until: string;
  delegator: { id: string };
  delegate: { id: string };
  delegated: { userId: string };
  ended: { userId: string } | null;
  endingReason: string | null;
}

const claimSeen = 'id state reason claimedBy { id } onBehalfOf { id } claimed { userId onBehalfOf role } duty { id state }';
const taskSeen = `id state role claim { ${claimSeen} } claims { ${claimSeen} } doneBy { id } doneOnBehalfOf { id }`;
export const delegationSeen = 'id state role inForce beginsAt until delegator { id } delegate { id } delegated { userId } ended { userId } endingReason';

export const header = (delegation: string) => ({ 'x-hub-delegation': delegation });
export const centerUser = (user: 1 | 2 | 3, role = 'ANALYST'): Asker => ({ identity: 'center', user, role });
const hour = 3_600_000;

/** An exchange under test where the centre owes duties to the province, and its users work through them. */
export async function taskDesk() {
  const desk = await sharingDesk({ DUTY_SWEEP_SECONDS: '3600' });
  const { hub } = desk;
  const act = async <Value>(asker: Asker, name: string, item: object, selection: string, delegation?: string): Promise<{ value: Value | null; refusal: Refused | null }> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const answer = await hub.ask<Record<string, { outcomes: { value: Value | null; refusal: Refused | null }[] } | null>>(
      asker,
      `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${selection} } refusal { code field message state } } } }`,
      { items: [{ idempotencyKey: randomUUID(), ...item }] },
      delegation === undefined ? {} : header(delegation),
    );
    const outcome = answer.data?.[name]?.outcomes[0];
    if (!outcome) throw new Error(`${name} did not answer: ${JSON.stringify(answer)}`);
    return outcome;
  };
  const stamps = (state: string, holder: string) => ({ holder, concerned: ['regulator-province'], state, reached: state === 'OPEN' ? ['OPEN'] : ['OPEN', state] });
  return {
    hub,
    act,
    claim: (asker: Asker, dutyId: string, delegation?: string) => act<ClaimSeen>(asker, 'claimTask', { dutyId }, claimSeen, delegation),
    release: (asker: Asker, claimId: string, delegation?: string) => act<ClaimSeen>(asker, 'releaseTask', { claimId, reason: '另有急件' }, claimSeen, delegation),
    handOver: (asker: Asker, claimId: string, toUserId: string, delegation?: string) =>
      act<ClaimSeen>(asker, 'handOverTask', { claimId, toUserId, reason: '材料在同事处' }, claimSeen, delegation),
    delegate: (asker: Asker, delegateId: string, changes: object = {}, delegation?: string) =>
      act<DelegationSeen>(asker, 'delegateTasks', { delegateId, role: 'ANALYST', until: new Date(Date.now() + 7 * 24 * hour).toISOString(), reason: '休假', ...changes }, delegationSeen, delegation),
    endDelegation: (asker: Asker, delegationId: string) => act<DelegationSeen>(asker, 'endDelegation', { delegationId, reason: '提前返岗' }, delegationSeen),
    /** Records the centre as the demo has it, a user of it changed. */
    recordCenter(change: (user: { id: string; roles: string[]; active: boolean }) => object): Promise<boolean> {
      const party = demoParticipants.find(({ id }) => id === 'center')!;
      const { id, kind, level, name, uscc, regionCode } = party;
      const users = demoUsersOf(party).map((user) => ({ ...user, ...change(user) }));
      return inUnitOfWork(hub.database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, (unit) => recordParticipant(unit, { id, kind, level, name, uscc, regionCode, users }, userKeepingOf(hub.environment)));
    },
    /** A duty that some party owes, as its owner tells of it. */
    async owed({ role = 'ANALYST', holder = 'center', dueIn = 100 }: { role?: string; holder?: string; dueIn?: number } = {}): Promise<string> {
      const id = randomUUID();
      const payload = { kind: 'CountersignDismissal', subjectType: 'Assessment', subjectId: 'x', role, openedAt: new Date().toISOString(), dueAt: new Date(Date.now() + dueIn * hour).toISOString(), partOf: null };
      hub.logOf('monitoring-center').say({ kind: 'DutyOpened', subjectType: 'Duty', subjectId: id, stamps: stamps('OPEN', holder), payload });
      await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty !== null);
      return id;
    },
    /** The owner tells that it was done by whom, or dropped. */
    async ended(id: string, doneBy: object | null, state: 'DONE' | 'DROPPED' = 'DONE'): Promise<void> {
      const kind = state === 'DONE' ? 'DutyClosed' : 'DutyDropped';
      hub.logOf('monitoring-center').say({ kind, subjectType: 'Duty', subjectId: id, stamps: stamps(state, 'center'), payload: { closedAt: new Date().toISOString(), ...(doneBy && { doneBy }) } as never });
      await eventually(() => hub.database.duty.findUnique({ where: { id } }), (duty) => duty?.state === state);
    },
    async tasks(asker: Asker, filter: object | null = null, delegation?: string): Promise<TaskSeen[]> {
      const answer = await hub.ask<{ myTasks: { nodes: TaskSeen[]; totalCount: number } }>(
        asker,
        `query ($filter: DutyFilter) { myTasks(first: 100, filter: $filter) { nodes { ${taskSeen} } totalCount } }`,
        { filter },
        delegation === undefined ? {} : header(delegation),
      );
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data.myTasks.nodes;
    },
  };
}

export type TaskDesk = Awaited<ReturnType<typeof taskDesk>>;
