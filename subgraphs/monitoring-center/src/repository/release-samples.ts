import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

const cause = 'labs.CommissionAnswered';

/** The samples of a declined commission lie in the warehouse for another lab, and no longer concern this one. */
export async function releaseSamples(tx: MonitoringCenterTransaction, commissionId: string, labId: string): Promise<void> {
  const [state] = sampleMachine.transitions[cause].to;
  await tx.$executeRaw`
    UPDATE sample
    SET state = ${state}, commission_id = NULL, concerned = array_remove(concerned, ${labId}), revision = revision + 1
    WHERE commission_id = ${commissionId} AND state = ANY(${sampleMachine.transitions[cause].from}::text[])`;
}
