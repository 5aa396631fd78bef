import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoLabs } from '@hub/prisma/seed/demo-labs.js';
import type { LabsDatabase } from './database.js';
import { writeAccreditation } from './write-accreditation.js';

/** Records the labs of the demo; a second time changes nothing and tells nobody anything. */
export async function seedLabs(database: LabsDatabase): Promise<void> {
  for (const lab of demoLabs) {
    await inUnitOfWork(database, { owner: 'labs', at: new Date(), actor: null, causedBy: [] }, (unit) => writeAccreditation(unit, lab));
  }
}
