import { PrismaPg } from '@prisma/adapter-pg';

/** Connects no more once its client was disconnected: Prisma would open a new pool for a query that came late, and nobody would end it. */
export class ClosedForGood extends PrismaPg {
  #closed = false;

  override async connect(): ReturnType<PrismaPg['connect']> {
    if (this.#closed) throw new Error('The client of the database was disconnected.');
    const connected = await super.connect();
    const dispose = connected.dispose.bind(connected);
    connected.dispose = () => {
      this.#closed = true;
      return dispose();
    };
    return connected;
  }
}
