import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoListings } from '@hub/prisma/seed/demo-listings.js';
import { demoMerchants, type DemoMerchant } from '@hub/prisma/seed/demo-merchants.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { repairGtin } from '@hub/schema/identifiers/gtin.js';
import type { ListingContent, RefusedListing } from '../domain/listing-content.js';
import { mapUsdaProduct } from '../domain/map-usda-product.js';
import { shopOfBrandOwner } from '../domain/shop-of-brand-owner.js';
import { toldContact, type ContactKeeping } from './contact-keeping.js';
import type { PlatformsDatabase } from './database.js';
import { importListings, type ImportReport } from './import-listings.js';
import { readCsv } from './read-csv.js';
import { registerEnterprise } from './register-enterprise.js';

const demoPlatforms = [
  { id: 'platform-1', website: 'https://yunjishi.example', sellsItself: false },
  { id: 'platform-2', website: 'https://haowujie.example', sellsItself: true },
];

/**
 * Loads the demo's platforms, merchants, shops, enterprises and listings: for platform-1 real products, for platform-2 a few invented
 * ones. Loading again changes nothing.
 *
 * @param contacts how contacts of merchants are kept
 * @param onProgress told how many rows of the real products have been read
 * @returns what became of the real products
 */
export async function seedPlatforms(database: PlatformsDatabase, contacts: ContactKeeping, onProgress?: (read: number) => void): Promise<ImportReport> {
  for (const { id, ...about } of demoPlatforms) {
    const state = { state: 'REGISTERED', reached: ['REGISTERED'] };
    await database.platform.upsert({ where: { id }, create: { id, ...about, holder: id, concerned: [], ...state }, update: about });
  }
  await registerMerchants(database, contacts);
  await database.shop.createMany({ data: demoMerchants.flatMap(shopRows), skipDuplicates: true });
  for (const { id, kind, name, uscc, regionCode } of demoParticipants) {
    if (kind === 'ENTERPRISE') await registerEnterprise(database, { name, uscc, regionCode, participantId: id, role: 'PRODUCER' });
  }
  await importListings(database, 'platform-2', inventedListings());
  return importListings(database, 'platform-1', realListings(), onProgress);
}

const stampsOf = ({ platformId, participantId, regionCode }: DemoMerchant, state: string) => ({
  holder: platformId,
  concerned: participantId === null ? [] : [participantId],
  sellerRegion: regionCode,
  state,
  reached: [state],
});

/** Registers the merchants that are not there yet; the contact of one that is there may have been erased. */
async function registerMerchants(database: PlatformsDatabase, contacts: ContactKeeping): Promise<void> {
  await inUnitOfWork(database, { owner: 'platforms', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
    const there = new Set((await unit.tx.merchant.findMany({ where: { id: { in: demoMerchants.map(({ id }) => id) } }, select: { id: true } })).map(({ id }) => id));
    const missing = demoMerchants.filter(({ id }) => !there.has(id));
    const sealed = await contacts.keep(unit, missing.map(({ platformId, contactName, contactPhone }) => toldContact(platformId, { name: contactName, phone: contactPhone })));
    const data = missing.map((merchant, index) => {
      const { id, name, uscc, participantId } = merchant;
      return { id, name, uscc, participantId, contactId: sealed[index]?.personId ?? null, sealedContact: sealed[index]?.sealed ?? null, ...stampsOf(merchant, 'REGISTERED') };
    });
    await unit.tx.merchant.createMany({ data, skipDuplicates: true });
  });
}

function shopRows(merchant: DemoMerchant) {
  return merchant.shops.map(({ id, name }) => ({ id, name, merchantId: merchant.id, ...stampsOf(merchant, 'OPEN') }));
}

async function* realListings(): AsyncGenerator<ListingContent | RefusedListing> {
  const shops = demoMerchants.filter(({ platformId }) => platformId === 'platform-1').flatMap((merchant) => merchant.shops.map(({ id }) => id));
  const text = createGunzip().setEncoding('utf8');
  // What goes wrong while reading comes out of the loop below.
  pipeline(createReadStream(seedFile('usda_branded_gtin.csv.gz')), text, () => undefined);
  for await (const product of readCsv(text as AsyncIterable<string>)) yield mapUsdaProduct(product, (brandOwner) => shopOfBrandOwner(shops, brandOwner));
}

async function* inventedListings(): AsyncGenerator<ListingContent> {
  for (const { gtin, ...listing } of demoListings) {
    const { gtin14, quality } = repairGtin(gtin);
    yield { ...listing, gtin: gtin14, gtinAsListed: gtin, gtinQuality: quality };
  }
}
