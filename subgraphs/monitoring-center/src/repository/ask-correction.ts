import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringData } from '@hub/prisma/monitoring-center/generated/client.js';
import type { AskedCorrection } from '../domain/asked-correction.js';
import { planFollowers } from '../domain/plan-followers.js';
import { askedCorrections } from './asked-corrections.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Monitoring data that were fed back are to be corrected by a new version, and that is owed (after 5.4.1). */
export async function askCorrection(unit: UnitOfWork<MonitoringCenterTransaction>, data: MonitoringData, asked: Omit<AskedCorrection, 'askedAt'>): Promise<void> {
  const corrections = [...askedCorrections(data), { ...asked, askedAt: unit.now.toISOString() }];
  await unit.tx.monitoringData.update({ where: { id: data.id }, data: { correction: corrections.map((each) => ({ ...each })), revision: { increment: 1 } } });
  await unit.openDuty({
    kind: 'CorrectMonitoringData',
    subjectType: 'Sample',
    subjectId: data.sampleId,
    partyId: data.holder,
    role: 'ANALYST',
    dueAt: await unit.dueBy('CorrectMonitoringData'),
    concerned: planFollowers(data),
    partOf: data.planId,
  });
}
