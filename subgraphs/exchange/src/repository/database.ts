import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/exchange/generated/client.js';

/** The database of what belongs to all. */
export type ExchangeDatabase = PrismaClient;
export type ExchangeTransaction = Prisma.TransactionClient;

export function connectExchange(url: string): ExchangeDatabase {
  return connect(PrismaClient, url, { application: 'hub-exchange' });
}
