import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import type { RegionEntry } from '@hub/schema/code-lists/region-list.js';
import { regionRecords } from '../domain/region-records.js';
import type { RegistryDatabase } from './database.js';
import { writeRegions } from './write-regions.js';

const list = 'GB/T 2260';
const file = createRequire(import.meta.url).resolve('@hub/schema/code-lists/regions.json');

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
  const records = regionRecords(JSON.parse(content) as RegionEntry[]);
  const version = { contentHash: hash, loadedAt: new Date() };
  await database.$transaction(async (tx) => {
    // First the row of the list: of several processes that start at once, one loads at a time.
    await tx.loadedList.upsert({ where: { name: list }, create: { name: list, ...version }, update: version });
    await writeRegions(tx, records);
  });
  return true;
}
