import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince, type Cause } from '@hub/kernel/validation/require-time.js';
import { listingMachine } from '../domain/listing-machine.js';
import { requireNames } from '../domain/require-names.js';
import type { DelistListingsInput } from '../generated/graphql.js';
import { admittedHandling } from './admitted-handling.js';
import type { PlatformsTransaction } from './database.js';
import { recordMeasure } from './record-measure.js';
import { requireListings } from './require-listings.js';

/** Takes listings of the platform down (下架, 5.4.2): the catalogue says so, and the handling has a measure. */
export async function delistListings(scope: ActScope<PlatformsTransaction>, input: DelistListingsInput): Promise<ActResult> {
  const { unit } = scope;
  const handling = await admittedHandling(scope, input);
  const itemIds = requireNames('listingItemIds', input.listingItemIds);
  const text = requireText('reason', input.reason);
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  await requireListings(unit.tx, handling.holder, itemIds, 'listingItemIds');
  const takenAt = requireSince('delistedAt', input.delistedAt, await listingOf(unit.tx, handling.holder, itemIds), unit.now);
  await takeDown(scope, handling.holder, itemIds, { delistedAt: takenAt, delistingReason: text });
  await recordMeasure(unit, 'delistListings', handling, {
    kind: 'DELISTING',
    takenAt: takenAt.toISOString(),
    text,
    listingItemIds: itemIds,
    shopNames: [],
    evidence,
  });
  await scope.preserve({ field: 'evidence', subject: { type: 'PlatformHandling', id: handling.id }, files: evidence });
  return { valueId: handling.id };
}

async function takeDown(
  { unit }: ActScope<PlatformsTransaction>,
  holder: string,
  itemIds: string[],
  about: { readonly delistedAt: Date; readonly delistingReason: string },
): Promise<void> {
  // What is down already stays as it was taken down: the first day counts.
  const listed = listingMachine.begin('ListingsImported');
  const down = await unit.tx.listing.updateManyAndReturn({
    where: { holder, itemId: { in: itemIds }, state: listed.state },
    data: { ...about, ...listingMachine.move('delistListings', listed) },
  });
  for (const listing of down) {
    unit.emit({ kind: 'ListingDelisted', subjectType: 'Listing', subjectId: listing.id, stamps: stampsOf(listing), receivers: {} });
  }
}

/** When the last of the items was listed: a listing may have been taken down before the monitoring data came. */
async function listingOf(tx: PlatformsTransaction, holder: string, itemIds: string[]): Promise<Cause> {
  const { _max } = await tx.listing.aggregate({ where: { holder, itemId: { in: itemIds } }, _max: { listedOn: true } });
  const day = (_max.listedOn ?? new Date(0)).toISOString().slice(0, 10);
  return { what: { en: 'the day on which it was listed', 'zh-CN': '商品上架之日' }, at: startOfDayInShanghai(day) };
}
