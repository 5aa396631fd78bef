import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { regionListId } from '@hub/schema/code-lists/region-list.js';
import { publishedRegions } from '../domain/published-regions.js';
import { regionRecords } from '../domain/region-records.js';
import type { RegistryDatabase } from './database.js';
import { writeRegions } from './write-regions.js';

/** Lets the regions be those of the version in force on a day (YYYY-MM-DD), where a steward has published it: an edition of the hub that was loaded does not go before it. */
export async function followPublishedRegions(database: RegistryDatabase, day: string): Promise<void> {
  await database.$transaction(async (tx) => {
    // Whoever publishes the next version holds the row, and writes its regions.
    await tx.$queryRaw`SELECT id FROM code_list WHERE id = ${regionListId} FOR SHARE`;
    const list = await tx.codeList.findUnique({ where: { id: regionListId } });
    const version = list && (await tx.codeListVersion.findUnique({ where: { id: list.currentId } }));
    if (!version || (version.published as { partyId?: unknown }).partyId === version.holder) return;
    const { content } = await tx.codeListContent.findUniqueOrThrow({ where: { contentHash: version.contentHash } });
    const { codes } = JSON.parse(content) as CodeListContent;
    await writeRegions(tx, regionRecords(publishedRegions(codes, day)));
  });
}
