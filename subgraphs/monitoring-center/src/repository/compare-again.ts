import type { MonitoringCenterTransaction } from './database.js';

/** Current versions of a centre's records are to be compared with others again. */
export async function compareAgain(tx: MonitoringCenterTransaction, centerId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO comparison_due (risk_information_id, holder) SELECT id, ${centerId} FROM unnest(${[...ids]}::text[]) AS id ON CONFLICT DO NOTHING`;
}
