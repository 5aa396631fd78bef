import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/platforms/generated/client.js';

/** The platforms' database. */
export type PlatformsDatabase = PrismaClient;
export type PlatformsTransaction = Prisma.TransactionClient;

export function connectPlatforms(url: string): PlatformsDatabase {
  return connect(PrismaClient, url, { application: 'hub-platforms' });
}
