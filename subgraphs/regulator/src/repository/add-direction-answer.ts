import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { HazardDirection } from '@hub/prisma/regulator/generated/client.js';
import type { KeptAnswer } from '../domain/direction-answer.js';
import { hazardDirectionMachine, type AnsweringCause } from '../domain/hazard-direction-machine.js';
import type { HazardDirectionState } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** Keeps an answer to a direction that is followed; after a final one the regulator owes a word on it (3.1 d). */
export async function addDirectionAnswer(
  unit: UnitOfWork<RegulatorTransaction>,
  cause: AnsweringCause,
  before: HazardDirection,
  answer: KeptAnswer,
): Promise<void> {
  const direction = await unit.tx.hazardDirection.update({
    where: { id: before.id },
    data: {
      ...hazardDirectionMachine.move(cause, before, answer.final ? 'ANSWERED' : (before.state as HazardDirectionState)),
      answers: [...(before.answers as object[]), { ...answer }],
    },
  });
  if (answer.final && before.state !== 'ANSWERED') {
    await unit.closeDuties('RecordDirectionAnswer', direction.id);
    await unit.openDuty({
      kind: 'EndDirection',
      subjectType: 'HazardDirection',
      subjectId: direction.id,
      partyId: direction.holder,
      role: 'OFFICER',
      dueAt: await unit.dueBy('EndDirection'),
      concerned: direction.concerned,
      ...(direction.planId !== null && { partOf: direction.planId }),
    });
  }
  unit.emit({
    kind: 'DirectionAnswered',
    subjectType: 'HazardDirection',
    subjectId: direction.id,
    stamps: stampsOf(direction),
    receivers: {},
  });
}
