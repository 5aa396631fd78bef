import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { regionRecords, type RegionEntry } from '../domain/region-records.js';
import type { RegistryDatabase } from './database.js';

const list = 'GB/T 2260';
const file = createRequire(import.meta.url).resolve('@hub/schema/code-lists/regions.json');

/** Codes are added and changed, never taken away: old codes stay valid for old records. */
const write = `
  INSERT INTO region (code, name, level, current, parent_code, successors, holder)
  SELECT r.code, r.name, r.level, r.current, r."parentCode", ARRAY(SELECT jsonb_array_elements_text(r.successors)), 'registry'
  FROM jsonb_to_recordset($1::jsonb)
    AS r(code text, name text, level text, current boolean, "parentCode" text, successors jsonb)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, current = excluded.current,
    parent_code = excluded.parent_code, successors = excluded.successors`;

/**
 * Loads the region codes that ship with the hub, unless just these are loaded already.
 *
 * @returns whether anything was loaded
 */
export async function loadRegions(database: RegistryDatabase, text?: string): Promise<boolean> {
  const content = text ?? (await readFile(file, 'utf8'));
  const hash = sha256(content);
  const loaded = await database.loadedList.findUnique({ where: { name: list } });
  if (loaded?.contentHash === hash) return false;
  const records = JSON.stringify(regionRecords(JSON.parse(content) as RegionEntry[]));
  const version = { contentHash: hash, loadedAt: new Date() };
  await database.$transaction(async (tx) => {
    // First the row of the list: of several processes that start at once, one loads at a time.
    await tx.loadedList.upsert({ where: { name: list }, create: { name: list, ...version }, update: version });
    await tx.$executeRawUnsafe(write, records);
  });
  return true;
}
