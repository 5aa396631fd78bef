import { isDeepStrictEqual } from 'node:util';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { participantMachine } from '../domain/participant-machine.js';
import type { ParticipantRecord, ParticipantUserRecord } from '../domain/participant-record.js';
import type { ExchangeTransaction } from './database.js';
import { lapseDelegations } from './lapse-delegations.js';
import { tellParticipant } from './tell-participant.js';

/**
 * Writes a participant with its users to the register and tells every owner (5.4.4). A new one is admitted; of a known
 * one the state stays, and users who are not named any more become inactive, for their acts go on naming them. With
 * a user, or the user's role, the delegations end that rest on it.
 *
 * @returns whether anything changed; if nothing did, nothing is written and nobody is told
 */
export async function recordParticipant(unit: UnitOfWork<ExchangeTransaction>, record: ParticipantRecord): Promise<boolean> {
  const { id, users, ...content } = record;
  const known = await unit.tx.participant.findUnique({ where: { id } });
  const contentKept =
    known !== null && (Object.keys(content) as (keyof typeof content)[]).every((column) => known[column] === content[column]);
  if (!contentKept) {
    await unit.tx.participant.upsert({
      where: { id },
      create: { id, ...content, admittedAt: unit.now, holder: id, concerned: [], ...participantMachine.begin('operator.recordParticipant') },
      update: content,
    });
  }
  const usersKept = await recordUsers(unit, id, users);
  if (contentKept && usersKept) return false;
  await tellParticipant(unit, id);
  return true;
}

/** @returns whether all of them stood there already */
async function recordUsers(
  unit: UnitOfWork<ExchangeTransaction>,
  participantId: string,
  users: readonly ParticipantUserRecord[],
): Promise<boolean> {
  const { tx } = unit;
  const known = new Map((await tx.participantUser.findMany({ where: { participantId } })).map((user) => [user.id, user]));
  const left = [...known.values()].filter((user) => user.active && !users.some(({ id }) => id === user.id));
  const changed = users.filter((user) => {
    const before = known.get(user.id);
    return !before || !isDeepStrictEqual({ ...user, roles: [...user.roles] }, pick(before));
  });
  await tx.participantUser.updateMany({ where: { id: { in: left.map(({ id }) => id) } }, data: { active: false } });
  for (const { id, name, roles, active } of changed) {
    const content = { name, roles: [...roles], active };
    if (known.has(id)) await tx.participantUser.update({ where: { id }, data: content });
    else await tx.participantUser.create({ data: { id, participantId, ...content, holder: participantId, concerned: [] } });
  }
  if (left.length === 0 && changed.length === 0) return true;
  await lapseDelegations(unit, participantId);
  return false;
}

function pick({ id, name, roles, active }: ParticipantUserRecord): ParticipantUserRecord {
  return { id, name, roles, active };
}
