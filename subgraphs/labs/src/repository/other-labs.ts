import { findParticipant } from '@hub/kernel/members/find-participant.js';
import type { AccreditationRecord } from '../domain/accreditation-content.js';
import type { RegisteredLab } from '../domain/subcontracting-lab.js';
import type { LabsTransaction } from './database.js';

/** Labs of the register by id, as far as they are in it; the lab itself is none. Of their scope nothing is read: labs compete. */
export async function otherLabs(tx: LabsTransaction, ids: readonly string[], own: string): Promise<ReadonlyMap<string, RegisteredLab>> {
  // PostgreSQL takes no NUL.
  const asked = [...new Set(ids)].filter((id) => id !== own && !id.includes('\0'));
  if (asked.length === 0) return new Map();
  const rows = await tx.lab.findMany({ where: { id: { in: asked } }, select: { id: true, cma: true } });
  const labs = new Map<string, RegisteredLab>();
  for (const { id, cma } of rows) {
    const participant = await findParticipant(tx, id);
    if (participant?.kind === 'LAB') labs.set(id, { name: participant.name, cma: cma as unknown as AccreditationRecord });
  }
  return labs;
}
