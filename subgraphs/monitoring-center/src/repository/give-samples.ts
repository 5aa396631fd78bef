import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from './database.js';

/** The samples of a commission are its own now, and concern its lab (3.2 c); hundreds of them in one statement. */
export async function giveSamples(
  tx: MonitoringCenterTransaction,
  samples: readonly { readonly id: string; readonly state: string; readonly reached: string[] }[],
  commission: { readonly id: string; readonly labId: string },
): Promise<void> {
  const [first] = samples;
  if (!first) return;
  const { state } = sampleMachine.move('commissionInspection', first);
  await tx.$executeRaw`
    UPDATE sample
    SET commission_id = ${commission.id}, concerned = array_append(concerned, ${commission.labId}), state = ${state},
      reached = CASE WHEN ${state} = ANY(reached) THEN reached ELSE array_append(reached, ${state}) END, revision = revision + 1
    WHERE id = ANY(${samples.map(({ id }) => id)}::text[])`;
}
