import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** The samples of a commission that was declined or withdrawn lie in the warehouse for another lab, and no longer concern this one. */
export async function releaseSamples(
  tx: MonitoringCenterTransaction,
  { id, labId }: { readonly id: string; readonly labId: string },
  cause: 'labs.CommissionAnswered' | 'withdrawCommission',
): Promise<void> {
  // In one order, as whoever commissions some of them anew does.
  await tx.$executeRaw`SELECT 1 FROM sample WHERE commission_id = ${id} ORDER BY id FOR UPDATE`;
  const [state] = sampleMachine.transitions[cause].to;
  await tx.$executeRaw`
    UPDATE sample
    SET state = ${state}, commission_id = NULL, concerned = array_remove(concerned, ${labId}), revision = revision + 1
    WHERE commission_id = ${id} AND state = ANY(${sampleMachine.transitions[cause].from}::text[])`;
}
