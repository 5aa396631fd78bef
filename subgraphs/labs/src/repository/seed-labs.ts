import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoLabs } from '@hub/prisma/seed/demo-labs.js';
import type { LabsDatabase } from './database.js';
import { writeAccreditation } from './write-accreditation.js';

/** Records the labs of the demo. A lab that stands there already is left as it is: it may have recorded its qualification itself. */
export async function seedLabs(database: LabsDatabase): Promise<void> {
  for (const lab of demoLabs) {
    if (await database.lab.findUnique({ where: { id: lab.labId }, select: { id: true } })) continue;
    await inUnitOfWork(database, { owner: 'labs', at: new Date(), actor: null, causedBy: [] }, (unit) => writeAccreditation(unit, { ...lab, signatories: null }));
  }
}
