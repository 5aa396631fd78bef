import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/regulator/generated/client.js';

/** The regulators' database. */
export type RegulatorDatabase = PrismaClient;
export type RegulatorTransaction = Prisma.TransactionClient;

export function connectRegulator(url: string): RegulatorDatabase {
  return connect(PrismaClient, url, { application: 'hub-regulator' });
}
