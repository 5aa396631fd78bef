import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CommissionCorrection } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** Tells the centre that nobody will answer a correction any more: until then it holds the samples concerned. */
export function tellCorrectionEnd(unit: UnitOfWork<LabsTransaction>, correction: Pick<CommissionCorrection, 'id' | 'holder' | 'concerned'>): void {
  unit.emit({
    kind: 'CommissionCorrectionEnded',
    subjectType: 'CommissionCorrection',
    subjectId: correction.id,
    stamps: stampsOf(correction),
    receivers: { 'monitoring-center': { correctionId: correction.id, partyId: correction.holder } },
  });
}
