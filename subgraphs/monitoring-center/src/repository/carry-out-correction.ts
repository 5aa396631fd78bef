import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CorrectionProposal } from '@hub/prisma/monitoring-center/generated/client.js';
import { wrongSeller } from '../domain/asked-correction.js';
import { inspectionCommissionMachine } from '../domain/inspection-commission-machine.js';
import type { SellerContent } from '../domain/seller-content.js';
import { askCorrection } from './ask-correction.js';
import type { MonitoringCenterTransaction } from './database.js';
import { exchangePurchases } from './exchange-purchases.js';
import { nameSeller } from './name-seller.js';
import { recallSamples } from './recall-samples.js';
import { repeatsWithSeller } from './repeats-with-seller.js';

type Unit = UnitOfWork<MonitoringCenterTransaction>;

/** Carries out what both agree on (协商更正, clause 4). What it changes is held. */
export async function carryOutCorrection(unit: Unit, proposal: CorrectionProposal): Promise<void> {
  if (proposal.kind === 'COMMISSION_WITHDRAWAL') await withdraw(unit, proposal);
  else if (proposal.kind === 'SAMPLE_LABELS') await relabel(unit, proposal);
  else await nameRightSeller(unit, proposal);
}

/** The commission is withdrawn as it would have been before it was accepted; the lab has ended it, and is not told. */
async function withdraw(unit: Unit, { commissionId, reason, proposed }: CorrectionProposal): Promise<void> {
  const before = await unit.tx.inspectionCommission.findUniqueOrThrow({ where: { id: commissionId ?? '' } });
  const commission = await unit.tx.inspectionCommission.update({
    where: { id: before.id },
    data: { ...inspectionCommissionMachine.move('labs.CommissionCorrectionAnswered', before), withdrawn: proposed as object, withdrawalReason: reason },
  });
  await recallSamples(unit, commission);
  unit.emit({ kind: 'CommissionLetGo', subjectType: 'InspectionCommission', subjectId: commission.id, stamps: stampsOf(commission), receivers: {} });
}

async function relabel(unit: Unit, { sampleIds, reason, proposed }: CorrectionProposal): Promise<void> {
  const [one, other] = await unit.tx.sample.findMany({ where: { id: { in: sampleIds } }, orderBy: { id: 'asc' } });
  if (one && other) await exchangePurchases(unit, [one, other], { reason, acted: proposed as unknown as ActRecord });
}

/** The purchase names the right seller, and whatever version of the monitoring data stands is owed anew. */
async function nameRightSeller(unit: Unit, { sampleIds, monitoringDataId, seller: kept, reason, proposed }: CorrectionProposal): Promise<void> {
  const { tx } = unit;
  const { repeatReason, ...seller } = kept as unknown as SellerContent & { readonly repeatReason: string | null };
  const sample = await tx.sample.findFirstOrThrow({ where: { id: { in: sampleIds } } });
  const purchase = await tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
  await nameSeller(unit, purchase, { seller, repeats: await repeatsWithSeller(tx, purchase, seller), repeatReason, reason, acted: proposed as unknown as ActRecord });
  const { document } = await tx.monitoringData.findUniqueOrThrow({ where: { id: monitoringDataId ?? '' } });
  const standing = await tx.monitoringData.findFirst({ where: { document, state: 'FED_BACK' } });
  if (standing) await askCorrection(unit, standing, { ground: wrongSeller, reason });
}
