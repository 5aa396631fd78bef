import type { RegionRecord } from '../domain/region-records.js';
import type { RegistryTransaction } from './database.js';

/** Codes are added and changed, never taken away: old codes stay valid for old records. */
const write = `
  INSERT INTO region (code, name, level, current, parent_code, successors, holder)
  SELECT r.code, r.name, r.level, r.current, r."parentCode", ARRAY(SELECT jsonb_array_elements_text(r.successors)), 'registry'
  FROM jsonb_to_recordset($1::jsonb)
    AS r(code text, name text, level text, current boolean, "parentCode" text, successors jsonb)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, current = excluded.current,
    parent_code = excluded.parent_code, successors = excluded.successors
  WHERE (region.name, region.level, region.current, region.parent_code, region.successors)
    IS DISTINCT FROM (excluded.name, excluded.level, excluded.current, excluded.parent_code, excluded.successors)`;

/** Writes regions as they are found by level and place. */
export async function writeRegions(tx: RegistryTransaction, records: readonly RegionRecord[]): Promise<void> {
  await tx.$executeRawUnsafe(write, JSON.stringify(records));
}
