import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CommissionCorrection } from '@hub/prisma/labs/generated/client.js';
import type { CommissionedSample, CorrectedSample } from '../domain/commission-content.js';
import type { LabsTransaction } from './database.js';

/**
 * A lab's samples turn out to be of other kinds than it was told, since two bore each other's labels (同意更正样品标签, clause 4): its commissions, receipts and reports under way say so.
 * @throws Refusal CORRECTION_OVERTAKEN where it has signed the kind meanwhile
 */
export async function relabelSamples({ tx }: UnitOfWork<LabsTransaction>, { commissionIds, samples }: CommissionCorrection): Promise<void> {
  const kinds = new Map((samples as unknown as CorrectedSample[]).flatMap(({ id, correctedProductKind }) => (correctedProductKind === null ? [] : [[id, correctedProductKind] as const])));
  if (kinds.size === 0) return;
  const signed = await tx.inspectionReport.findFirst({ where: { sampleId: { in: [...kinds.keys()] }, commissionId: { in: commissionIds }, state: 'ISSUED' }, select: { number: true } });
  if (signed) throw new Refusal('CORRECTION_OVERTAKEN', { field: 'correctionId', parameters: { report: signed.number } });
  for (const acceptance of await tx.commissionAcceptance.findMany({ where: { id: { in: commissionIds } } })) {
    const told = (acceptance.samples as unknown as CommissionedSample[]).map((sample) => ({ ...sample, productKind: kinds.get(sample.id) ?? sample.productKind }));
    await tx.commissionAcceptance.update({ where: { id: acceptance.id }, data: { samples: told, revision: { increment: 1 } } });
  }
  for (const [sampleId, productKind] of kinds) {
    const where = { sampleId, commissionId: { in: commissionIds } };
    await tx.sampleReceipt.updateMany({ where, data: { productKind, revision: { increment: 1 } } });
    await tx.inspectionReport.updateMany({ where: { ...where, issuedAt: null }, data: { productKind, revision: { increment: 1 } } });
  }
}
