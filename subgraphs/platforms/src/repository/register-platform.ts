import type { PlatformsTransaction } from './database.js';

/** Makes a platform's row, if it has none yet; what the platform tells of itself comes later. */
export async function registerPlatform(tx: PlatformsTransaction, id: string): Promise<void> {
  await tx.platform.createMany({
    data: [{ id, holder: id, concerned: [], state: 'REGISTERED', reached: ['REGISTERED'] }],
    skipDuplicates: true,
  });
}
