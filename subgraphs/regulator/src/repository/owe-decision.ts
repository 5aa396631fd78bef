import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Objection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A decision on an objection is owed by the regulator from now on (after 5.4.1). */
export async function oweDecision(unit: UnitOfWork<RegulatorTransaction>, { id, holder, concerned, planId }: Objection): Promise<void> {
  const decideBy = await unit.dueBy('DecideObjection');
  await unit.tx.objection.update({ where: { id }, data: { decideBy } });
  await unit.openDuty({
    kind: 'DecideObjection',
    subjectType: 'Objection',
    subjectId: id,
    partyId: holder,
    role: 'OFFICER',
    dueAt: decideBy,
    concerned,
    partOf: planId,
  });
}
