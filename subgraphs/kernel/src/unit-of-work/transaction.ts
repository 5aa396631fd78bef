/** What the kernel needs of an owner's Prisma transaction: statements of its own against the schema "kernel". */
export interface Transaction {
  $queryRawUnsafe<T>(statement: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(statement: string, ...values: unknown[]): Promise<number>;
}

/** What the kernel needs of an owner's Prisma client. */
export interface Database<Tx extends Transaction = Transaction> extends Transaction {
  $transaction<R>(work: (tx: Tx) => Promise<R>, options?: { maxWait?: number; timeout?: number }): Promise<R>;
  $disconnect(): Promise<void>;
}
