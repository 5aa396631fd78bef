import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { LabScopeItem } from '../domain/require-qualified-lab.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';

/** What a lab tells of its accreditation (能力附表, 3.2 c). */
interface LabScopeRecorded {
  readonly labId: string;
  readonly cma: { readonly certificateNumber: string; readonly validFrom: string; readonly validUntil: string };
  readonly scope: readonly LabScopeItem[];
}

/** A lab's accreditation arrives; the latest counts. */
export const takeInLabScope: InboxHandler<MonitoringCenterTransaction> = async (unit, event) => {
  const { labId, cma, scope } = event.payload as unknown as LabScopeRecorded;
  const content = {
    certificateNumber: cma.certificateNumber,
    validFrom: cma.validFrom.slice(0, 10),
    validUntil: cma.validUntil.slice(0, 10),
    scope: scope as object[],
    cause: `${event.source}:${event.id}`,
    receivedAt: unit.now,
  };
  await unit.tx.labScope.upsert({ where: { labId }, create: { labId, ...content }, update: content });
};
