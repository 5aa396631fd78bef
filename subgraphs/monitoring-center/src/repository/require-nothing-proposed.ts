import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * Sees that no correction of samples waits for another party's word: what it may agree to must still be there when it does. One that was taken back waits too, until that party has said
 * that it has not agreed meanwhile. Who asks holds the samples.
 * @throws Refusal CORRECTION_PROPOSED
 */
export async function requireNothingProposed(tx: MonitoringCenterTransaction, field: string, sampleIds: readonly string[], kind?: 'SAMPLE_LABELS'): Promise<void> {
  const open = await tx.correctionProposal.findFirst({ where: { sampleIds: { hasSome: [...sampleIds] }, settled: false, ...(kind && { kind }) }, select: { id: true, askedOf: true } });
  if (open) throw new Refusal('CORRECTION_PROPOSED', { field, parameters: { correction: open.id, party: open.askedOf } });
}
