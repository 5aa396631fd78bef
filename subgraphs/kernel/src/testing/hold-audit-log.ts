import type { Database, Transaction } from '../unit-of-work/transaction.js';

/** Keeps an owner from writing its audit log, as a slow disk would, while something is done. Ends within 20 seconds. */
export async function holdAuditLog<Result>(database: Database<Transaction>, during: (release: () => void) => Promise<Result>): Promise<Result> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let locked: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (locked = resolve));
  const holding = database.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('LOCK TABLE kernel.audit_arrival IN EXCLUSIVE MODE');
      locked();
      await released;
    },
    { timeout: 20_000 },
  );
  await Promise.race([held, holding]);
  try {
    return await during(release);
  } finally {
    release();
    await holding;
  }
}
