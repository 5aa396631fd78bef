import { demoListings } from '@hub/prisma/seed/demo-listings.js';
import { demoMerchants } from '@hub/prisma/seed/demo-merchants.js';
import { fingerprint } from './fingerprint.js';
import type { Load } from './load.js';

/** How many products the file holds; only the bar rests on it. */
const products = 9541;

/** The platforms (电商平台) of the demo, their merchants and shops, and their listings, most of them real products. */
export const loadListings: Load = {
  name: 'usda-branded-gtin',
  title: 'Listings 商品',
  owner: 'platforms',
  fingerprint: () => fingerprint([demoMerchants, demoListings], ['usda_branded_gtin.csv.gz']),
  async run(databaseUrl, progress, _stopping, dataDir) {
    const [{ connectPlatforms }, { seedPlatforms }, { contactKeepingIn }, { preparePersonalKey }] = await Promise.all([
      import('@hub/platforms/repository/database.js'),
      import('@hub/platforms/repository/seed-platforms.js'),
      import('@hub/platforms/contacts/contact-keeping-of.js'),
      import('@hub/kernel/personal/prepare-personal-key.js'),
    ]);
    const database = connectPlatforms(databaseUrl);
    try {
      await preparePersonalKey(database, dataDir, 'contacts of merchants');
      const { read, taken, updated, unchanged, refused } = await seedPlatforms(database, contactKeepingIn(dataDir), (done) => progress(done, products));
      return `${read} read: ${taken} taken, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused${reasons(refused)}`;
    } finally {
      await database.$disconnect();
    }
  },
};

function reasons(refused: readonly { readonly itemId: string; readonly reason: string }[]): string {
  return refused.length === 0 ? '' : ` (${refused.map(({ itemId, reason }) => `${itemId}: ${reason}`).join('; ')})`;
}
