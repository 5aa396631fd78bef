import { PrismaPg } from '@prisma/adapter-pg';

/** Connects no more once its client was disconnected: Prisma would open a new pool for a query that came late, and nobody would end it. */
export class ClosedForGood extends PrismaPg {
  #closed = false;

  /** To be called when its client is disconnected. Prisma tells it of that only where something was connected before. */
  close(): void {
    this.#closed = true;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    if (this.#closed) throw new Error('The client of the database was disconnected.');
    return super.connect();
  }
}
