import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/monitoring-center/generated/client.js';

/** The monitoring centres' database. */
export type MonitoringCenterDatabase = PrismaClient;
export type MonitoringCenterTransaction = Prisma.TransactionClient;
export type { Sample as SampleRow } from '@hub/prisma/monitoring-center/generated/client.js';

export function connectMonitoringCenter(url: string): MonitoringCenterDatabase {
  return connect(PrismaClient, url, { application: 'hub-monitoring-center' });
}
