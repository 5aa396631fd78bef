import type { Json } from '@hub/kernel/log/event.js';
import type { Objection } from '@hub/prisma/regulator/generated/client.js';

/** What the centre is told of an objection that is upheld: that these monitoring data are to be corrected, and why. */
export function askedCorrection({ ground, decisionReason, holder }: Objection, monitoringDataId: string): Readonly<Record<string, Json>> {
  return { 'monitoring-center': { regulatorId: holder, monitoringDataId, ground, reason: decisionReason } };
}
