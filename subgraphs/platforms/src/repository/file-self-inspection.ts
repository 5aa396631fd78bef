import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { MonitoringDataAcknowledgement, Prisma } from '@hub/prisma/platforms/generated/client.js';
import { requireUnits } from '../domain/require-units.js';
import { selfInspectionMachine } from '../domain/self-inspection-machine.js';
import type { FileSelfInspectionInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';

/** Files what a seller found when it checked itself upon monitoring data on its product (自检自查, 3.5). */
export async function fileSelfInspection(
  scope: ActScope<PlatformsTransaction>,
  input: FileSelfInspectionInput,
): Promise<ActResult> {
  const { unit, caller } = scope;
  const data = await admittedData(scope, input.monitoringDataId);
  await requireSeller(scope, data);
  const filed = selfInspectionMachine.begin('fileSelfInspection');
  const open = await unit.tx.selfInspection.findFirst({ where: { monitoringDataId: data.id, holder: caller.partyId, state: filed.state } });
  if (open) throw new Refusal('SELF_INSPECTION_OPEN', { field: 'monitoringDataId', parameters: { id: open.id } });
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  const inspection = await unit.tx.selfInspection.create({
    data: {
      monitoringDataId: data.id,
      platformId: data.holder,
      productName: data.productName,
      findings: requireText('findings', input.findings),
      cause: requireText('cause', input.cause),
      unitsInStock: requireUnits('unitsInStock', input.unitsInStock),
      unitsSold: requireUnits('unitsSold', input.unitsSold),
      evidence: evidence as unknown as Prisma.InputJsonArray,
      filed: { ...actRecord(unit) },
      filedAt: unit.now,
      holder: caller.partyId,
      concerned: [...data.owedTo, data.holder].filter((party) => party !== caller.partyId),
      ...filed,
    },
  });
  await scope.preserve({ field: 'evidence', subject: { type: 'SelfInspection', id: inspection.id }, files: evidence });
  unit.emit({
    kind: 'SelfInspectionFiled',
    subjectType: 'SelfInspection',
    subjectId: inspection.id,
    stamps: stampsOf(inspection),
    receivers: {},
  });
  return { valueId: inspection.id };
}

/** The monitoring data at the platform's desk, locked: of two self-inspections at once one finds the other. */
async function admittedData({ unit, caller, admit }: ActScope<PlatformsTransaction>, id: string): Promise<MonitoringDataAcknowledgement> {
  // What is not locked is not acted on: it may have come to concern the caller since.
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM monitoring_data_acknowledgement WHERE id = ${id} AND (holder = ${caller.partyId} OR ${caller.partyId} = ANY(concerned)) FOR UPDATE`;
  return admit(locked ? await unit.tx.monitoringDataAcknowledgement.findUnique({ where: { id } }) : null, {
    type: 'MonitoringDataAcknowledgement',
    id,
    field: 'monitoringDataId',
  });
}

/** A merchant is concerned because it is the seller; a platform only where it sells itself (自营). */
async function requireSeller({ unit, caller }: ActScope<PlatformsTransaction>, { holder, merchantUscc }: MonitoringDataAcknowledgement): Promise<void> {
  if (caller.partyId !== holder) return;
  const party = await findParticipant(unit.tx, holder);
  if (party?.uscc == null || party.uscc !== merchantUscc) throw new Refusal('NOT_THE_SELLER', { field: 'monitoringDataId' });
}
