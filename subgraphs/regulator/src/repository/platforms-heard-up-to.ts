import type { RegulatorTransaction } from './database.js';

/** Up to when all that the platforms tell has been taken in: what they told before is known. */
export async function platformsHeardUpTo(tx: RegulatorTransaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ heard: Date }[]>`SELECT heard_at AS heard FROM kernel.inbox_cursor WHERE source = 'platforms'`;
  return row?.heard ?? new Date(0);
}
