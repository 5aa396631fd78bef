import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requirePast } from '@hub/kernel/validation/require-time.js';
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
  const takenAt = requirePast('delistedAt', input.delistedAt, unit.now);
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []);
  await takeDown(scope, handling.holder, itemIds, { delistedAt: takenAt, delistingReason: text });
  await recordMeasure(unit, 'delistListings', handling, {
    kind: 'DELISTING',
    takenAt: takenAt.toISOString(),
    text,
    listingItemIds: itemIds,
    shopNames: [],
    evidence,
  });
  return { valueId: handling.id };
}

async function takeDown(
  { unit }: ActScope<PlatformsTransaction>,
  holder: string,
  itemIds: string[],
  about: { readonly delistedAt: Date; readonly delistingReason: string },
): Promise<void> {
  await requireListings(unit.tx, holder, itemIds, 'listingItemIds');
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
