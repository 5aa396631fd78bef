import { isDeepStrictEqual } from 'node:util';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { participantMachine } from '../domain/participant-machine.js';
import type { ParticipantRecord, ParticipantUserRecord } from '../domain/participant-record.js';
import type { ExchangeTransaction } from './database.js';
import { lapseDelegations } from './lapse-delegations.js';
import { tellParticipant } from './tell-participant.js';
import { openedNames, sealedNames, type UserKeeping } from './user-keeping.js';

/**
 * Writes a participant with its users to the register and tells every owner (5.4.4). A new one is admitted; of a known
 * one the state stays, one that has left stays as it left, and users who are not named any more become inactive, for their acts go on naming them. With
 * a user, or the user's role, the delegations end that rest on it.
 *
 * @param keeping how names of users are kept; null where none of them has one
 * @returns whether anything changed; if nothing did, nothing is written and nobody is told
 */
export async function recordParticipant(unit: UnitOfWork<ExchangeTransaction>, record: ParticipantRecord, keeping: UserKeeping | null): Promise<boolean> {
  const { id, users, ...content } = record;
  const known = await unit.tx.participant.findUnique({ where: { id } });
  if (known?.state === 'LEFT') return false;
  const contentKept =
    known !== null && (Object.keys(content) as (keyof typeof content)[]).every((column) => known[column] === content[column]);
  if (!contentKept) {
    await unit.tx.participant.upsert({
      where: { id },
      create: { id, ...content, admittedAt: unit.now, holder: id, concerned: [], ...participantMachine.begin('operator.recordParticipant') },
      update: content,
    });
  }
  const usersKept = await recordUsers(unit, id, users, keeping);
  if (contentKept && usersKept) return false;
  await tellParticipant(unit, id);
  return true;
}

/** @returns whether all of them stood there already */
async function recordUsers(
  unit: UnitOfWork<ExchangeTransaction>,
  participantId: string,
  users: readonly ParticipantUserRecord[],
  keeping: UserKeeping | null,
): Promise<boolean> {
  const { tx, now } = unit;
  const known = new Map((await tx.participantUser.findMany({ where: { participantId } })).map((user) => [user.id, user]));
  const names = keeping ? await openedNames(tx, keeping, [...known.values()].map(({ id, sealedName }) => ({ personId: id, sealed: sealedName }))) : new Map<string, string>();
  const left = [...known.values()].filter((user) => user.active && !users.some(({ id }) => id === user.id));
  // Whose name was erased has none but one that was given since, though the same is recorded again.
  const told = users.map((user) => (known.get(user.id)?.erased ? { ...user, name: names.get(user.id) ?? null } : user));
  const changed = told.filter((user) => {
    const before = known.get(user.id);
    return !before || !isDeepStrictEqual({ ...user, roles: [...user.roles] }, pick({ ...before, name: names.get(user.id) ?? null }));
  });
  const keptUntil = keeping && new Date(now.getTime() + keeping.keptFor);
  await tx.participantUser.updateMany({ where: { id: { in: left.map(({ id }) => id) } }, data: { active: false, keptUntil } });
  const sealed = await sealedOf(tx, keeping, changed, now);
  for (const { id, roles, active } of changed) {
    const content = { nameOfBefore: null, sealedName: sealed.get(id) ?? null, keptUntil: active ? null : keptUntil, roles: [...roles], active };
    if (known.has(id)) await tx.participantUser.update({ where: { id }, data: content });
    else await tx.participantUser.create({ data: { id, participantId, ...content, holder: participantId, concerned: [] } });
  }
  if (left.length === 0 && changed.length === 0) return true;
  await lapseDelegations(unit, participantId);
  return false;
}

function sealedOf(tx: ExchangeTransaction, keeping: UserKeeping | null, users: readonly ParticipantUserRecord[], now: Date): Promise<ReadonlyMap<string, string>> {
  const names = new Map(users.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  if (keeping) return sealedNames(tx, keeping, names, now);
  if (names.size > 0) throw new Error('Names of users are kept under a key, and none was given.');
  return Promise.resolve(names);
}

function pick({ id, name, roles, active }: ParticipantUserRecord): ParticipantUserRecord {
  return { id, name, roles, active };
}
