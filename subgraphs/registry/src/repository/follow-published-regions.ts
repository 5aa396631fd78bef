import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { regionListId } from '@hub/schema/code-lists/region-list.js';
import { publishedRegions } from '../domain/published-regions.js';
import { regionRecords } from '../domain/region-records.js';
import type { RegistryDatabase } from './database.js';
import { writeRegions } from './write-regions.js';

/** Lets the regions be those of the version in force where a steward has published it: an edition of the hub that was loaded does not go before it. */
export async function followPublishedRegions(database: RegistryDatabase): Promise<void> {
  const list = await database.codeList.findUnique({ where: { id: regionListId } });
  const version = list && (await database.codeListVersion.findUnique({ where: { id: list.currentId } }));
  if (!version || (version.published as { partyId?: unknown }).partyId === version.holder) return;
  const { content } = await database.codeListContent.findUniqueOrThrow({ where: { contentHash: version.contentHash } });
  const { codes } = JSON.parse(content) as CodeListContent;
  await database.$transaction((tx) => writeRegions(tx, regionRecords(publishedRegions(codes, dayInShanghai(new Date())))));
}
