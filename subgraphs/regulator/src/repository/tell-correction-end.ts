import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { SellerCorrection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** Tells the centre that nobody will answer a correction any more: until then it feeds nothing back of the sample concerned. */
export function tellCorrectionEnd(unit: UnitOfWork<RegulatorTransaction>, correction: Pick<SellerCorrection, 'id' | 'holder' | 'concerned'>): void {
  unit.emit({
    kind: 'SellerCorrectionEnded',
    subjectType: 'SellerCorrection',
    subjectId: correction.id,
    stamps: stampsOf(correction),
    receivers: { 'monitoring-center': { correctionId: correction.id, partyId: correction.holder } },
  });
}
