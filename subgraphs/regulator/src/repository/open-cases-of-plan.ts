import type { HazardHandlingState } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

/** The numbers of the cases that are open on monitoring data of a plan (3.1 d). */
export async function openCasesOfPlan(tx: RegulatorTransaction, planId: string): Promise<string[]> {
  const open: HazardHandlingState = 'OPEN';
  const data = await tx.receivedMonitoringData.findMany({
    where: { planId, handlingId: { not: null } },
    select: { handlingId: true },
    distinct: ['handlingId'],
  });
  const cases = await tx.hazardHandling.findMany({
    where: { id: { in: data.flatMap(({ handlingId }) => handlingId ?? []) }, state: open },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  return cases.map(({ number }) => number);
}
