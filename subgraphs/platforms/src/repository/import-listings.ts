import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { ListingContent, RefusedListing } from '../domain/listing-content.js';
import { listingMachine } from '../domain/listing-machine.js';
import type { PlatformsDatabase } from './database.js';

/** What became of the rows of an import: each is counted once. */
export interface ImportReport {
  read: number;
  taken: number;
  updated: number;
  unchanged: number;
  refused: RefusedListing[];
}

const batchSize = 1000;

const write = `
  WITH before AS (
    SELECT l.id, l.concerned FROM listing l JOIN jsonb_to_recordset($1::jsonb) AS r("itemId" text) ON r."itemId" = l.item_id WHERE l.holder = $2::text
  ), written AS (
    INSERT INTO listing (id, shop_id, item_id, title, brand, brand_owner, category, gtin, gtin_as_listed, gtin_quality,
                         package_weight, listed_on, holder, concerned, state, reached)
    SELECT gen_random_uuid()::text, r."shopId", r."itemId", r.title, r.brand, r."brandOwner", r.category, r.gtin, r."gtinAsListed",
           r."gtinQuality", r."packageWeight", r."listedOn", $2::text, shop.concerned, $3::text, $4::text[]
    FROM jsonb_to_recordset($1::jsonb) AS r("shopId" text, "itemId" text, title text, brand text, "brandOwner" text, category text,
           gtin text, "gtinAsListed" text, "gtinQuality" text, "packageWeight" text, "listedOn" date)
    JOIN shop ON shop.id = r."shopId"
    ON CONFLICT (holder, item_id) DO UPDATE SET
      shop_id = excluded.shop_id, title = excluded.title, brand = excluded.brand, brand_owner = excluded.brand_owner,
      category = excluded.category, gtin = excluded.gtin, gtin_as_listed = excluded.gtin_as_listed,
      gtin_quality = excluded.gtin_quality, package_weight = excluded.package_weight, listed_on = excluded.listed_on,
      concerned = excluded.concerned
    WHERE (listing.shop_id, listing.title, listing.brand, listing.brand_owner, listing.category, listing.gtin,
           listing.gtin_as_listed, listing.package_weight, listing.listed_on, listing.concerned)
      IS DISTINCT FROM
          (excluded.shop_id, excluded.title, excluded.brand, excluded.brand_owner, excluded.category, excluded.gtin,
           excluded.gtin_as_listed, excluded.package_weight, excluded.listed_on, excluded.concerned)
    RETURNING id, holder, concerned, state, reached, xmax = 0 AS fresh
  )
  SELECT coalesce(array_agg(id), '{}') AS ids, count(*) FILTER (WHERE fresh)::int AS taken, count(*) FILTER (WHERE NOT fresh)::int AS updated,
         coalesce(jsonb_agg(jsonb_build_object('id', id, 'holder', holder, 'concerned', written.concerned, 'state', state, 'reached', reached) ORDER BY id)
                    FILTER (WHERE before.concerned <> written.concerned), '[]'::jsonb) AS "changedHands"
  FROM written LEFT JOIN before USING (id)`;

/** What became of a batch, with the listings that another merchant has from now on. */
interface WrittenBatch {
  readonly ids: readonly string[];
  readonly taken: number;
  readonly updated: number;
  readonly changedHands: readonly (Pick<Stamps, 'holder' | 'concerned' | 'state' | 'reached'> & { readonly id: string })[];
}

/**
 * Takes a platform's listings in, in batches: one statement, one transaction and one event each, besides one for each listing that comes to concern
 * another merchant: who may see it is another, and so is who may see what stands beside it. The same listings again change nothing, so an import that broke off is simply run again. What was taken down stays down.
 *
 * @param onProgress told after each batch how many rows have been read
 */
export async function importListings(
  database: PlatformsDatabase,
  platformId: string,
  listings: AsyncIterable<ListingContent | RefusedListing>,
  onProgress: (read: number) => void = () => undefined,
): Promise<ImportReport> {
  const shops = new Set((await database.shop.findMany({ where: { holder: platformId }, select: { id: true } })).map(({ id }) => id));
  const report: ImportReport = { read: 0, taken: 0, updated: 0, unchanged: 0, refused: [] };
  const seen = new Set<string>();
  let batch: ListingContent[] = [];
  for await (const listing of listings) {
    report.read += 1;
    const refused = refusalOf(listing, shops, seen);
    if (refused) {
      report.refused.push(refused);
      continue;
    }
    seen.add(listing.itemId);
    batch.push(listing as ListingContent);
    if (batch.length < batchSize) continue;
    await writeBatch(database, platformId, batch, report);
    batch = [];
    onProgress(report.read);
  }
  if (batch.length > 0) await writeBatch(database, platformId, batch, report);
  onProgress(report.read);
  return report;
}

function refusalOf(
  listing: ListingContent | RefusedListing,
  shops: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): RefusedListing | undefined {
  if ('reason' in listing) return listing;
  const { itemId, shopId } = listing;
  if (!shops.has(shopId)) return { itemId, reason: `The platform has no shop ${shopId}. Register the shop first.` };
  if (seen.has(itemId)) return { itemId, reason: 'The item stands in this import twice. Send it once.' };
  return undefined;
}

async function writeBatch(
  database: PlatformsDatabase,
  platformId: string,
  batch: readonly ListingContent[],
  report: ImportReport,
): Promise<void> {
  const { taken, updated } = await inUnitOfWork(
    database,
    { owner: 'platforms', at: new Date(), actor: null, causedBy: [] },
    async (unit) => {
      const { state, reached } = listingMachine.begin('ListingsImported');
      const [counts] = await unit.tx.$queryRawUnsafe<WrittenBatch[]>(
        write, JSON.stringify(batch), platformId, state, reached,
      );
      if (!counts) throw new Error('The statement that writes listings gave no counts.');
      if (counts.taken + counts.updated > 0) {
        unit.emit({
          kind: 'ListingsImported',
          // The subject is the platform's catalogue; its terms are those of a listing that the platform holds.
          subjectType: 'Listing',
          subjectId: platformId,
          stamps: stampsOf({ holder: platformId, state, reached }),
          // The search of the exchange takes them in.
          receivers: { exchange: { ids: counts.ids } },
        });
      }
      for (const { id, ...stamps } of counts.changedHands) {
        unit.emit({ kind: 'ListingChangedHands', subjectType: 'Listing', subjectId: id, stamps: stampsOf(stamps), receivers: {} });
      }
      return counts;
    },
  );
  report.taken += taken;
  report.updated += updated;
  report.unchanged += batch.length - taken - updated;
}
