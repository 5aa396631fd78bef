import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/labs/generated/client.js';

/** The labs' database. */
export type LabsDatabase = PrismaClient;
export type LabsTransaction = Prisma.TransactionClient;

export function connectLabs(url: string): LabsDatabase {
  return connect(PrismaClient, url, { application: 'hub-labs' });
}
