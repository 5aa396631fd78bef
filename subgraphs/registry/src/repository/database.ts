import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/registry/generated/client.js';

/** The registry's database. */
export type RegistryDatabase = PrismaClient;
export type RegistryTransaction = Prisma.TransactionClient;

export function connectRegistry(url: string): RegistryDatabase {
  return connect(PrismaClient, url, { application: 'hub-registry' });
}
