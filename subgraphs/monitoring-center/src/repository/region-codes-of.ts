import type { MonitoringCenterDatabase } from './database.js';

/** The region codes of participants, by their ids, as the owner's replica of the register has them. */
export async function regionCodesOf(database: MonitoringCenterDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.$queryRaw<{ id: string; regionCode: string }[]>`SELECT id, region_code AS "regionCode" FROM kernel.participant WHERE id = ANY(${[...ids]}::text[])`;
  return new Map(rows.map(({ id, regionCode }) => [id, regionCode]));
}
